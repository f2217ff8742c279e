package org.cartwright.quotes.page.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.cartwright.platform.web.HtmlPages;
import org.springframework.stereotype.Component;

/** How all pages look. No tenant can be called {@code _}, so nothing is in the way of this. */
@Component
public class PageAssets {

  public static final String STYLE = HtmlPages.PATH + "/_/page.css";
  public static final String ICON = HtmlPages.PATH + "/_/icon.svg";

  private final byte[] style = file("page.css");
  private final byte[] icon = file("icon.svg");

  public byte[] style() {
    return style.clone();
  }

  public byte[] icon() {
    return icon.clone();
  }

  /** Where the style is: an address that changes when it does, so that browsers may keep it. */
  String styleAddress() {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(style);
      return STYLE + "?v=" + HexFormat.of().formatHex(hash, 0, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] file(String name) {
    try (InputStream file =
        Objects.requireNonNull(PageAssets.class.getResourceAsStream(name), name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

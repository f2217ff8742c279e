package org.cartwright.quotes.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.cartwright.platform.web.ForPeople;
import org.springframework.stereotype.Component;

/** How all pages look. No tenant can be called {@code _}, so nothing is in the way of this. */
@Component
class Assets {

  static final String STYLE = ForPeople.PATH + "/_/page.css";
  static final String ICON = ForPeople.PATH + "/_/icon.svg";

  private final byte[] style = file("page.css");
  private final byte[] icon = file("icon.svg");

  byte[] style() {
    return style.clone();
  }

  byte[] icon() {
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
    try (InputStream file = Objects.requireNonNull(Assets.class.getResourceAsStream(name), name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

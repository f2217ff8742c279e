package org.cartwright.console.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.cartwright.platform.web.HtmlPages;
import org.springframework.stereotype.Component;

/** What the console's pages are dressed with. */
@Component
class ConsoleAssets {

  static final String STYLE = HtmlPages.CONSOLE + "/_/console.css";

  private final byte[] style = file("console.css");

  byte[] style() {
    return style.clone();
  }

  /** Where the style is: an address that changes when it does, so that browsers may keep it. */
  String styleAddress() {
    return addressed(STYLE, style);
  }

  private static String addressed(String path, byte[] content) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(content);
      return path + "?v=" + HexFormat.of().formatHex(hash, 0, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] file(String name) {
    try (InputStream file =
        Objects.requireNonNull(ConsoleAssets.class.getResourceAsStream(name), name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

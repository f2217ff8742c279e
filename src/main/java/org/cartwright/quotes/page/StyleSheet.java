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

/**
 * How the pages look. No tenant can be called {@code _}, so nothing is in the way of its address.
 */
@Component
class StyleSheet {

  static final String PATH = ForPeople.PATH + "/_/page.css";

  private final byte[] css;
  private final String version;

  StyleSheet() {
    try (InputStream file =
        Objects.requireNonNull(StyleSheet.class.getResourceAsStream("page.css"), "page.css")) {
      css = file.readAllBytes();
      var hash = MessageDigest.getInstance("SHA-256").digest(css);
      version = HexFormat.of().formatHex(hash, 0, 8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] css() {
    return css.clone();
  }

  /** Its address, which changes when it does, so that browsers may keep it. */
  String address() {
    return PATH + "?v=" + version;
  }
}

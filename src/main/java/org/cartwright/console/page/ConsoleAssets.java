package org.cartwright.console.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.cartwright.platform.web.HtmlPages;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** What the console's pages are dressed with. */
@Component
class ConsoleAssets {

  static final String STYLE = HtmlPages.CONSOLE + "/_/console.css";
  static final String HTMX = HtmlPages.CONSOLE + "/_/htmx.js";
  static final String SCRIPT = HtmlPages.CONSOLE + "/_/console.js";

  private static final String HTMX_IN_ITS_JAR =
      "classpath*:/META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js";

  private final byte[] style = file("console.css");
  private final byte[] script = file("console.js");
  private final byte[] htmx = ofItsJar();

  byte[] style() {
    return style.clone();
  }

  /** Where the style is: an address that changes when it does, so that browsers may keep it. */
  String styleAddress() {
    return addressed(STYLE, style);
  }

  byte[] htmx() {
    return htmx.clone();
  }

  byte[] script() {
    return script.clone();
  }

  /** Where the scripts are, in the order in which they are run. */
  List<String> scriptAddresses() {
    return List.of(addressed(HTMX, htmx), addressed(SCRIPT, script));
  }

  /** Of the version that the build names. */
  private static byte[] ofItsJar() {
    try {
      return new PathMatchingResourcePatternResolver()
          .getResources(HTMX_IN_ITS_JAR)[0].getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

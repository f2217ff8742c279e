package org.cartwright.messages;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where people reach this service, so where links in messages lead: {@code cartwright.public-url},
 * or this machine under the port it listens on. It is never taken from a request, whose sender
 * could name any host. What is no link is refused when the service starts, by the rule that
 * messages keep.
 */
@Component
public class PublicAddress {

  private static final int LONGEST_LINK = 2000;

  private final @Nullable String configured;
  private final Environment environment;

  /**
   * @throws NoPublicAddress if what is configured is not the scheme and host of a web address
   */
  PublicAddress(
      @Value("${cartwright.public-url:#{null}}") @Nullable String configured,
      Environment environment) {
    this.configured = configured == null || configured.isBlank() ? null : bare(configured.strip());
    this.environment = environment;
  }

  private static String bare(String configured) {
    var bare =
        configured.endsWith("/") ? configured.substring(0, configured.length() - 1) : configured;
    if (!bare.matches("https?://[^/?#\\s]+") || !isLink(bare + "/")) {
      throw NoPublicAddress.isNone();
    }
    return bare;
  }

  /**
   * Makes sure that links lead to this service from elsewhere, now that messages leave the house.
   *
   * @throws NoPublicAddress if no public address is configured
   */
  public void requireConfigured() {
    if (configured == null) {
      throw NoPublicAddress.isMissing();
    }
  }

  /**
   * A page of this service as a link.
   *
   * @param path from the first slash on
   */
  public String link(String path) {
    return (configured == null ? "http://localhost:" + port() : configured) + path;
  }

  private String port() {
    return environment.getProperty(
        "local.server.port", environment.getProperty("server.port", "8080"));
  }

  /** Whether something is an absolute http or https URL with a host. */
  static boolean isLink(String text) {
    try {
      var uri = new URI(text);
      return text.length() <= LONGEST_LINK
          && uri.getHost() != null
          && ("https".equalsIgnoreCase(uri.getScheme())
              || "http".equalsIgnoreCase(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}

package org.cartwright.quotes;

import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where patients reach this service: {@code cartwright.public-url}, or this machine under the port
 * it listens on. It is never taken from a request, whose sender could name any host.
 */
@Component
class PublicAddress {

  private final @Nullable String configured;
  private final Environment environment;

  PublicAddress(
      @Value("${cartwright.public-url:#{null}}") @Nullable String configured,
      Environment environment) {
    this.configured = configured;
    this.environment = environment;
    if (configured != null && !configured.matches("https?://[^/?#\\s]+/?")) {
      throw new IllegalArgumentException(
          "cartwright.public-url is the scheme and host under which patients reach this service, such as https://quotes.example");
    }
  }

  /** The page of a quote of the current tenant, for whoever has the link's secret. */
  String ofQuote(String token) {
    return base() + "/q/" + CurrentTenant.id() + "/" + token;
  }

  private String base() {
    if (configured != null) {
      return configured.endsWith("/")
          ? configured.substring(0, configured.length() - 1)
          : configured;
    }
    var port =
        environment.getProperty(
            "local.server.port", environment.getProperty("server.port", "8080"));
    return "http://localhost:" + port;
  }
}

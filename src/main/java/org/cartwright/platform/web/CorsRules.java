package org.cartwright.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Which web pages may call the service: those of the origins in {@code cartwright.cors-origins},
 * separated by commas, {@code *} standing for any part of one. Without the setting none may, save
 * that pages from this very machine may where the database started by itself.
 *
 * <p>Pages for people are left alone: their forms come from nowhere ({@code Origin: null}), because
 * the pages say {@code Referrer-Policy: no-referrer}, and no other page is given leave to read
 * them.
 */
@Component
public class CorsRules {

  private static final List<String> THIS_MACHINE =
      List.of("http://localhost:[*]", "http://127.0.0.1:[*]");

  private final List<String> allowed;

  CorsRules(
      @Value("${cartwright.cors-origins:#{null}}") @Nullable List<String> origins,
      @Value("${cartwright.embedded:false}") boolean embedded) {
    allowed = origins != null ? origins : embedded ? THIS_MACHINE : List.of();
  }

  /**
   * Lets the pages into an area. Spring Security asks this before it asks for keys: a browser asks
   * beforehand, and sends none with that.
   */
  public void letInto(HttpSecurity area) {
    if (!allowed.isEmpty()) {
      area.addFilter(filter());
    }
  }

  CorsFilter filter() {
    var everywhere = new UrlBasedCorsConfigurationSource();
    everywhere.registerCorsConfiguration("/**", rules());
    var filter = new CorsFilter(everywhere);
    filter.setCorsProcessor(new RefusingInJson());
    return filter;
  }

  private CorsConfiguration rules() {
    var rules = new CorsConfiguration();
    rules.setAllowedOriginPatterns(allowed.stream().map(String::strip).toList());
    rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
    rules.setAllowedHeaders(
        List.of(
            "TENANT",
            "API-KEY",
            "ADMIN-KEY",
            HttpHeaders.CONTENT_TYPE,
            RequestIdFilter.HEADER,
            "Idempotency-Key",
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_NONE_MATCH));
    rules.setExposedHeaders(
        List.of(
            RequestIdFilter.HEADER,
            HttpHeaders.RETRY_AFTER,
            HttpHeaders.ETAG,
            "X-RateLimit-Limit",
            "X-RateLimit-Remaining",
            "X-RateLimit-Reset",
            "Idempotency-Replayed"));
    rules.setMaxAge(Duration.ofHours(1));
    return rules;
  }

  private static final class RefusingInJson extends DefaultCorsProcessor {

    @Override
    protected void rejectRequest(ServerHttpResponse response) throws IOException {
      response.setStatusCode(HttpStatus.FORBIDDEN);
      response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
      response
          .getBody()
          .write(
              "{\"detail\":\"Pages of this origin may not call this service in this way.\"}"
                  .getBytes(StandardCharsets.UTF_8));
      response.flush();
    }
  }
}

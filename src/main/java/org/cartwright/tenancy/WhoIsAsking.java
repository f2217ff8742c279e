package org.cartwright.tenancy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cartwright.platform.web.Filters;
import org.cartwright.platform.web.ForPeople;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who is asking, before anything else: {@code TENANT} and {@code API-KEY} must name a
 * tenant and a live key of it. Whatever is wrong with them, the answer is the same 401, byte for
 * byte.
 */
@Component
@Order(Filters.WHO_IS_ASKING)
class WhoIsAsking extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(WhoIsAsking.class);

  private static final String REFUSED =
      "{\"detail\":\"Send the headers TENANT and API-KEY of a live API key.\"}";
  private static final String UNAVAILABLE =
      "{\"detail\":\"The service cannot reach its database; try again.\"}";

  /**
   * What is answered without a key: health, metrics, the documentation, the inbox (which answers
   * this machine alone), what has a key of its own, and pages for people, who hold a link instead.
   */
  private static final List<String> OPEN =
      List.of(
          "/actuator",
          "/v3/api-docs",
          "/docs",
          "/swagger-ui",
          "/webjars",
          "/platform",
          "/dev/inbox",
          ForPeople.PATH,
          "/error",
          "/favicon.ico");

  private final ApiKeys keys;

  WhoIsAsking(ApiKeys keys) {
    this.keys = keys;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getRequestURI();
    return path.equals("/")
        || OPEN.stream()
            .anyMatch(
                open ->
                    path.equals(open)
                        || path.startsWith(open + "/")
                        || path.equals(open + ".yaml"));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var tenant = request.getHeader("TENANT");
    var apiKey = request.getHeader("API-KEY");
    try {
      if (!isGood(tenant, apiKey)) {
        answer(response, 401, REFUSED);
        return;
      }
    } catch (DataAccessException | TransactionException e) {
      LOG.error("The database does not answer", e);
      response.setHeader("Retry-After", "2");
      answer(response, 503, UNAVAILABLE);
      return;
    }
    proceed(tenant, request, response, chain);
  }

  private boolean isGood(@Nullable String tenant, @Nullable String apiKey) {
    return tenant != null && apiKey != null && keys.isGood(tenant, apiKey);
  }

  private static void proceed(
      String tenant, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      CurrentTenant.call(
          tenant,
          () -> {
            chain.doFilter(request, response);
            return true;
          });
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  private static void answer(HttpServletResponse response, int status, String body)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.getWriter().write(body);
  }
}

package org.cartwright.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cartwright.platform.Ids;
import org.cartwright.platform.telemetry.SpanAttributes;
import org.slf4j.MDC;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Names each request in the log, in its trace and in the answer's {@code X-Request-Id}; a client's
 * own well-formed id is kept.
 */
@Component
@Order(FilterOrder.REQUEST_ID)
class RequestIdFilter extends OncePerRequestFilter {

  static final String HEADER = "X-Request-Id";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var given = request.getHeader(HEADER);
    var id = given != null && given.matches(Ids.CLIENT_CHOSEN) ? given : Ids.next("req");
    response.setHeader(HEADER, id);
    SpanAttributes.tell(request, SpanAttributes.REQUEST, id);
    try (var ignored = MDC.putCloseable("request", id)) {
      chain.doFilter(request, response);
    }
  }
}

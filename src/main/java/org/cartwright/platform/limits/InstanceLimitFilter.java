package org.cartwright.platform.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cartwright.platform.web.FilterOrder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bounds what this instance answers at a time. */
@Component
@Order(FilterOrder.IN_FLIGHT)
class InstanceLimitFilter extends OncePerRequestFilter {

  private final InFlightCounter inFlight = new InFlightCounter();
  private final int limit;
  private final TooManyRequests tooMany;

  InstanceLimitFilter(LimitSettings settings, TooManyRequests tooMany) {
    this.limit = settings.inFlight();
    this.tooMany = tooMany;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return ExemptPaths.is(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!inFlight.enter(limit)) {
      tooMany.answer(request, response, 1, RefusalReason.INSTANCE);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      inFlight.leave();
    }
  }
}

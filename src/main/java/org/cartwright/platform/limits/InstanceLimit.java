package org.cartwright.platform.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cartwright.platform.web.Filters;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bounds what this instance answers at a time. */
@Component
@Order(Filters.IN_FLIGHT)
class InstanceLimit extends OncePerRequestFilter {

  private static final String SENTENCE = "The service is answering as much as it can; try again.";

  private final InFlight inFlight;
  private final TooMany tooMany;

  InstanceLimit(LimitSettings settings, TooMany tooMany) {
    this.inFlight = new InFlight(settings.inFlight());
    this.tooMany = tooMany;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return Unlimited.is(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!inFlight.enter()) {
      tooMany.answer(request, response, 1, SENTENCE);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      inFlight.leave();
    }
  }
}

package org.cartwright.audit.recording;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cartwright.platform.web.FilterOrder;
import org.slf4j.MDC;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts for each clinic who wanted to come in with a key that is none of its. */
@Component
@Order(FilterOrder.WRONG_KEYS)
class WrongKeyFilter extends OncePerRequestFilter {

  private static final int STRANGER = 401;
  private static final String ACTION = "authenticate";

  private final RefusalTally tally;

  WrongKeyFilter(RefusalTally tally) {
    this.tally = tally;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, response);
    var tenant = request.getHeader("TENANT");
    if (response.getStatus() == STRANGER && tenant != null) {
      tally.count(
          tenant, STRANGER, new Occasion(ACTION, MDC.get("request"), Occasion.family(request)));
    }
  }
}

package org.cartwright.platform.connections;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.coyote.CloseNowException;
import org.cartwright.platform.web.FilterOrder;
import org.cartwright.platform.web.errors.HalfAnswer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has the container hang up where an answer broke off. It says nothing of it: whatever failed was
 * told where it was met. What a handler of exceptions throws does not get as far as the container.
 */
@Component
@Order(FilterOrder.HALF_ANSWERS)
class HalfAnswerFilter extends OncePerRequestFilter {

  private static final String HAS_NO_CHUNKS = "HTTP/1.0";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, response);
    if (HalfAnswer.isAllOf(request)) {
      if (request.getProtocol().equals(HAS_NO_CHUNKS) && TrackingHandler.SERVED.isBound()) {
        TrackingHandler.SERVED.get().resetAtTheEnd();
      }
      throw new CloseNowException("An answer broke off", null);
    }
  }
}

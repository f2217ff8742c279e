package org.cartwright.tenancy.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cartwright.platform.idempotency.RepeatableRequests;
import org.cartwright.platform.web.FilterOrder;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has what tenants send with a key of its own done once. Keys belong to their tenant: what is
 * nobody's work, as the operator's, is done as often as it is asked for.
 */
@Component
@Order(FilterOrder.REPEATED)
class RepeatedRequestFilter extends OncePerRequestFilter {

  private final RepeatableRequests repeatable;

  RepeatedRequestFilter(RepeatableRequests repeatable) {
    this.repeatable = repeatable;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (CurrentTenant.idIfAny() == null) {
      chain.doFilter(request, response);
    } else {
      repeatable.pass(request, response, chain);
    }
  }
}

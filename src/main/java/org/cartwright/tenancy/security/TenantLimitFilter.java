package org.cartwright.tenancy.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cartwright.platform.limits.TenantLimits;
import org.cartwright.platform.web.FilterOrder;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds every tenant to its limits, once it is known who asks. */
@Component
@Order(FilterOrder.TENANT_LIMIT)
class TenantLimitFilter extends OncePerRequestFilter {

  private final TenantLimits limits;

  TenantLimitFilter(TenantLimits limits) {
    this.limits = limits;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var tenant = CurrentTenant.idIfAny();
    if (tenant == null) {
      chain.doFilter(request, response);
    } else {
      limits.pass(tenant, request, response, chain);
    }
  }
}

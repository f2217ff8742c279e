package org.cartwright.tenancy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cartwright.platform.limits.TenantLimits;
import org.cartwright.platform.web.Filters;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds every tenant to its limits, once it is known who asks. */
@Component
@Order(Filters.TENANT_LIMIT)
class TenantLimit extends OncePerRequestFilter {

  private final TenantLimits limits;

  TenantLimit(TenantLimits limits) {
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

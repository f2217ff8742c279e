package org.cartwright.tenancy.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cartwright.platform.telemetry.SpanAttributes;
import org.cartwright.tenancy.Caller;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets everything further in be done for the {@link Caller} that Spring Security has found. */
final class CallerFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var found = SecurityContextHolder.getContext().getAuthentication();
    if (found == null || !(found.getPrincipal() instanceof Caller caller)) {
      throw new IllegalStateException("Nobody is asking");
    }
    SpanAttributes.tell(request, SpanAttributes.TENANT, caller.tenant());
    SpanAttributes.tell(request, SpanAttributes.KEY, caller.keyId());
    try {
      caller.call(
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
}

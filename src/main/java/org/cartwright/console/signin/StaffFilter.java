package org.cartwright.console.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.tenancy.Caller;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets everything further in be done for the provider who is in, where somebody is. */
final class StaffFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var session = ConsoleSession.current();
    if (session.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    try {
      Caller.ofStaff(session.get().tenant(), session.get().member().id())
          .call(
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

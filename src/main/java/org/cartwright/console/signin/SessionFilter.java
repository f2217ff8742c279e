package org.cartwright.console.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleCookies;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.console.sessions.ConsoleSessions;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.tenancy.Caller;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Finds out who is in, by the cookie a request brings. */
final class SessionFilter extends OncePerRequestFilter {

  private final ConsoleCookies cookies;
  private final ConsoleSessions sessions;
  private final HandlerExceptionResolver answers;

  SessionFilter(
      ConsoleCookies cookies, ConsoleSessions sessions, HandlerExceptionResolver answers) {
    this.cookies = cookies;
    this.sessions = sessions;
    this.answers = answers;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith(HtmlPages.CONSOLE + "/_/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      cookies
          .bearer(request)
          .flatMap(it -> session(it, isUse(request)))
          .ifPresent(SessionFilter::letIn);
    } catch (DataAccessException | TransactionException e) {
      // Nobody can find out who it is: as good as any other trouble of the database.
      answers.resolveException(request, response, null, e);
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean isUse(HttpServletRequest request) {
    return !request.getRequestURI().endsWith(ConsolePages.NEWS);
  }

  private Optional<ConsoleSession> session(ConsoleCookies.Bearer bearer, boolean isUse) {
    var found = CurrentTenant.call(bearer.tenant(), () -> sessions.find(bearer.token()));
    if (isUse && found.isPresent() && found.get().isToBeNoted()) {
      var session = found.get().session();
      Caller.ofStaff(session.tenant(), session.member().id()).run(() -> sessions.note(session));
    }
    return found.map(ConsoleSessions.Found::session);
  }

  private static void letIn(ConsoleSession session) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        new PreAuthenticatedAuthenticationToken(
            session, null, AuthorityUtils.createAuthorityList(session.member().role().name())));
    SecurityContextHolder.setContext(context);
  }
}

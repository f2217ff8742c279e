package org.cartwright.tenancy.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.cartwright.platform.errors.Refusal;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Turns away whoever is not let in: in the same words for every reason, and as the house answers
 * what goes wrong anywhere. That nobody could find out who it is, is another matter.
 */
final class AuthenticationFailureResponder
    implements AuthenticationEntryPoint, AuthenticationFailureHandler {

  private final HandlerExceptionResolver answers;
  private final Supplier<Refusal> refusal;

  AuthenticationFailureResponder(HandlerExceptionResolver answers, Supplier<Refusal> refusal) {
    this.answers = answers;
    this.refusal = refusal;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
    var answer =
        why instanceof AuthenticationServiceException
                && why.getCause() instanceof RuntimeException trouble
            ? trouble
            : refusal.get();
    if (answers.resolveException(request, response, null, answer) == null) {
      throw answer;
    }
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
    commence(request, response, why);
  }
}

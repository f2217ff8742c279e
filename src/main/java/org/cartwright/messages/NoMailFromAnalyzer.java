package org.cartwright.messages;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts the service what to set. */
class NoMailFromAnalyzer extends AbstractFailureAnalyzer<NoMailFrom> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, NoMailFrom cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Set CARTWRIGHT_MAIL_FROM, such as quotes@clinic.example, or no SPRING_MAIL_HOST.",
        cause);
  }
}

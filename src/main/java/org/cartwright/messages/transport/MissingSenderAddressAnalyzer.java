package org.cartwright.messages.transport;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts the service what to set. */
class MissingSenderAddressAnalyzer extends AbstractFailureAnalyzer<MissingSenderAddress> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, MissingSenderAddress cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Set CARTWRIGHT_MAIL_FROM, such as quotes@clinic.example, or no SPRING_MAIL_HOST.",
        cause);
  }
}

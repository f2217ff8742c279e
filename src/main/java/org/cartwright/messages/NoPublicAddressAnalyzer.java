package org.cartwright.messages;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts the service what to set. */
class NoPublicAddressAnalyzer extends AbstractFailureAnalyzer<NoPublicAddress> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, NoPublicAddress cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Set CARTWRIGHT_PUBLIC_URL, such as https://quotes.example, where patients reach this service.",
        cause);
  }
}

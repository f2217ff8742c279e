package org.cartwright.backup;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever gave a command why it was not done, without a stack trace. */
class CommandFailedAnalyzer extends AbstractFailureAnalyzer<CommandFailed> {

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable failure, CommandFailed cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}

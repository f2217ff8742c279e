package org.cartwright.platform.errors;

import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Which constraint made the database refuse a change. The verdict of a unique index is the only one
 * that holds when two ask at the same time, so services translate it instead of asking beforehand.
 */
public final class BrokenConstraint {

  private BrokenConstraint() {}

  /** The name of the constraint or unique index; nothing if the failure has another cause. */
  public static Optional<String> nameIn(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PSQLException refused) {
        return Optional.ofNullable(refused.getServerErrorMessage())
            .map(ServerErrorMessage::getConstraint);
      }
    }
    return Optional.empty();
  }
}

package org.cartwright.backup;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Why a command could not do what it was told, in a sentence. What the database says is not passed
 * on: it may quote a row.
 */
final class CommandFailed extends RuntimeException {

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  CommandFailed(String sentence) {
    super(sentence);
  }

  /** That a file could not be read or written. */
  static CommandFailed of(Path file, IOException cause) {
    if (cause instanceof FileAlreadyExistsException) {
      return new CommandFailed(file + " is there already and was left alone.");
    }
    if (cause instanceof NoSuchFileException) {
      return new CommandFailed("There is no file, or no directory for one, at " + file + ".");
    }
    return new CommandFailed(
        "%s could not be read or written: %s."
            .formatted(file, Objects.requireNonNullElse(cause.getMessage(), "no reason is known")));
  }

  /** That the database refused something. */
  static CommandFailed of(SQLException cause) {
    var state = Objects.requireNonNullElse(cause.getSQLState(), "unknown");
    if (state.equals(LOCK_NOT_AVAILABLE)) {
      return new CommandFailed("The database is in use: stop the service before.");
    }
    var server = cause instanceof PSQLException it ? it.getServerErrorMessage() : null;
    return new CommandFailed(
        "The database refused it (SQLSTATE %s%s).".formatted(state, where(server)));
  }

  private static String where(@Nullable ServerErrorMessage server) {
    if (server == null) {
      return "";
    }
    return named(", table ", server.getTable()) + named(", constraint ", server.getConstraint());
  }

  private static String named(String what, @Nullable String name) {
    return name == null ? "" : what + name;
  }
}

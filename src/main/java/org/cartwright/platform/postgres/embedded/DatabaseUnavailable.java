package org.cartwright.platform.postgres.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** There is no database to start with; the message says why, the action what helps. */
final class DatabaseUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  static final String CONFIGURE_ONE =
      """
      Point the service at a PostgreSQL 16 or newer with these environment variables:
        SPRING_DATASOURCE_URL       jdbc:postgresql://host:5432/cartwright
        SPRING_DATASOURCE_USERNAME  the role that serves: no superuser, owns nothing, no BYPASSRLS
        SPRING_DATASOURCE_PASSWORD
        SPRING_FLYWAY_USER          the role that owns the schema and migrates it
        SPRING_FLYWAY_PASSWORD""";

  private static final String IN_USE =
      "Stop that instance, or give this one a directory of its own with CARTWRIGHT_DATA_DIR.";

  private final String action;

  private DatabaseUnavailable(String message, String action, @Nullable Throwable cause) {
    super(message, cause);
    this.action = action;
  }

  static DatabaseUnavailable notConfigured() {
    return new DatabaseUnavailable(
        "No database is configured, and this build does not carry one that starts by itself.",
        CONFIGURE_ONE,
        null);
  }

  static DatabaseUnavailable directoryInUse(Path directory, String holder) {
    return new DatabaseUnavailable(
        "The data directory %s is in use by another instance (process %s)."
            .formatted(directory.toAbsolutePath(), holder.isEmpty() ? "unknown" : holder),
        IN_USE,
        null);
  }

  /** Whether another instance has the directory. */
  boolean isDirectoryInUse() {
    return action.equals(IN_USE);
  }

  static DatabaseUnavailable passwordsMissing(Path file) {
    return new DatabaseUnavailable(
        "There is a database, but %s, which holds its passwords, is missing or incomplete."
            .formatted(file),
        "Restore that file from the backup the database comes from.",
        null);
  }

  static DatabaseUnavailable otherVersion(Path directory, String there, String ours) {
    return new DatabaseUnavailable(
        "The data in %s was written by PostgreSQL %s; this build carries PostgreSQL %s."
            .formatted(directory, there, ours),
        "Dump it with version %s and restore it into an empty data directory.".formatted(there),
        null);
  }

  static DatabaseUnavailable serverOfAnotherDirectory(Path directory, long process) {
    return new DatabaseUnavailable(
        "The postmaster.pid in %s names a running PostgreSQL (process %d) that was started elsewhere: the directory was moved or copied while it ran."
            .formatted(directory, process),
        "Stop that process. If this is a copy, remove its postmaster.pid instead.",
        null);
  }

  static DatabaseUnavailable needsOrdinaryUser() {
    return new DatabaseUnavailable(
        "PostgreSQL refuses to run as root, and this system offers neither unshare nor setpriv to avoid that.",
        "Run the service as an ordinary user. Or:\n" + CONFIGURE_ONE,
        null);
  }

  static DatabaseUnavailable commandFailed(String program, String output) {
    return new DatabaseUnavailable(
        "PostgreSQL did not start: %s failed.\n%s".formatted(program, output.strip()),
        "Mend what it reports. Or:\n" + CONFIGURE_ONE,
        null);
  }

  static DatabaseUnavailable failed(Path directory, Exception cause) {
    return new DatabaseUnavailable(
        "PostgreSQL could not be started in %s: %s".formatted(directory.toAbsolutePath(), cause),
        "Mend what it reports. Or:\n" + CONFIGURE_ONE,
        cause);
  }

  String action() {
    return action;
  }
}

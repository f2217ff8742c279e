package org.cartwright.platform.jdbc;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.hibernate.TransactionException;

/**
 * What a failure of the database means to whoever wanted something of it. Asked of the whole chain
 * of causes: the layers above wrap the same failure differently, depending on whether it struck a
 * query, the commit or the roll-back.
 */
public enum DatabaseFailure {

  /** Somebody else holds a lock for too long, or the two stood in each other's way. */
  BUSY,

  /** A statement or a transaction took longer than it may. */
  OVERDUE,

  /** It cannot be reached, has no connection left, or went away meanwhile. */
  UNAVAILABLE,

  /** Anything else: a mistake of ours, or no trouble of the database at all. */
  NONE;

  /** Lock not available, serialization failure, deadlock. */
  private static final Set<String> BUSY_STATES = Set.of("55P03", "40001", "40P01");

  /** Connection, resources, operator intervention, system error. */
  private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "53", "57", "58");

  /**
   * A statement that took too long, a transaction that did nothing for too long or took too long.
   */
  private static final Set<String> OVERDUE_STATES = Set.of("57014", "25P03", "25P04");

  /** What the failure, or whatever caused it, means. */
  public static DatabaseFailure in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      var trouble = cause instanceof SQLException refused ? of(refused) : NONE;
      if (cause instanceof TransactionException && cause.getCause() instanceof SQLException) {
        trouble = UNAVAILABLE; // not even rolling back works on a connection that broke
      }
      if (trouble != NONE) {
        return trouble;
      }
      for (var suppressed : cause.getSuppressed()) {
        trouble = in(suppressed);
        if (trouble != NONE) {
          return trouble;
        }
      }
    }
    return NONE;
  }

  private static DatabaseFailure of(SQLException refused) {
    var state = refused.getSQLState() == null ? "" : refused.getSQLState();
    if (BUSY_STATES.contains(state)) {
      return BUSY;
    }
    if (OVERDUE_STATES.contains(state)) {
      return OVERDUE;
    }
    var isUnavailable =
        refused instanceof SQLTransientException
            || refused instanceof SQLNonTransientConnectionException
            || refused instanceof SQLRecoverableException
            || (state.length() == 5 && UNAVAILABLE_CLASSES.contains(state.substring(0, 2)));
    return isUnavailable ? UNAVAILABLE : NONE;
  }
}

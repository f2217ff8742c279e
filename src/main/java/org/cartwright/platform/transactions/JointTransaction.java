package org.cartwright.platform.transactions;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One transaction of the database, on whose connection a thread does all its work as long as it is
 * open: each transaction that is begun meanwhile is a part of it, which is rolled back by itself if
 * it fails, and comes true with all others or not at all. To whoever works in a part it looks like
 * a transaction of its own, with a session of its own, that was there before and after it.
 *
 * <p>Ended without {@link #commit}, nothing of it was ever done.
 */
public final class JointTransaction implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JointTransaction.class);
  private static final ThreadLocal<@Nullable JointTransaction> CURRENT = new ThreadLocal<>();

  private final Connection connection;
  private final JointTransactions.Troubles troubles;
  private final List<Runnable> onceCommitted = new ArrayList<>();
  private boolean isOver;
  private boolean isClosed;
  private boolean isLeft;

  private JointTransaction(Connection connection, JointTransactions.Troubles troubles) {
    this.connection = connection;
    this.troubles = troubles;
  }

  /** Begins one for this thread, on a connection at rest. */
  static JointTransaction begin(Connection connection, JointTransactions.Troubles troubles)
      throws SQLException {
    connection.setAutoCommit(false);
    var begun = new JointTransaction(connection, troubles);
    CURRENT.set(begun);
    return begun;
  }

  /** Whether what this thread does now is part of one. */
  public static boolean isOpen() {
    return CURRENT.get() != null;
  }

  static @Nullable JointTransaction current() {
    return CURRENT.get();
  }

  /** A connection for one part, or for plain statements: its commits and roll-backs are partial. */
  Connection part() {
    return JointConnection.partOf(connection);
  }

  void onceCommitted(Runnable work) {
    onceCommitted.add(work);
  }

  /**
   * Makes everything that was done come true.
   *
   * @throws org.springframework.dao.DataAccessException if that fails; if it is the connection that
   *     failed, it is unknown whether it came true
   */
  public void commit() {
    try {
      isOver = true;
      connection.commit();
    } catch (SQLException e) {
      throw troubles.translated("commit", e);
    }
    onceCommitted.forEach(Runnable::run);
  }

  /**
   * Ends the one this thread is in, if it is in one, for something that takes long and can be
   * undone by nobody, such as a call over the network. What was done in it was never done; what
   * this thread does from now on is on its own.
   */
  public static void leave() {
    var left = CURRENT.get();
    if (left != null) {
      left.isLeft = true;
      left.close();
    }
  }

  /** Whether what it was begun for was done outside of it. */
  public boolean isLeft() {
    return isLeft;
  }

  /** Ends it. */
  @Override
  public void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    CURRENT.remove();
    try (connection) {
      if (!isOver) {
        connection.rollback();
      }
    } catch (SQLException e) {
      LOG.debug("The connection is of no use any more", e);
    }
  }
}

package org.cartwright.platform.transactions;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a joint transaction as one part of it sees it: a transaction of its own, from
 * the moment it says that it commits by itself no more, until it commits or rolls back. Underneath
 * it is a savepoint.
 *
 * <p>It may not say that it only reads, or how isolated it is: it shares a transaction that began
 * before it.
 */
final class JointConnection implements InvocationHandler {

  private final Connection shared;
  private @Nullable Savepoint before;
  private boolean commitsByItself = true;
  private boolean isClosed;

  private JointConnection(Connection shared) {
    this.shared = shared;
  }

  static Connection partOf(Connection shared) {
    return (Connection)
        Proxy.newProxyInstance(
            JointConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new JointConnection(shared));
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // a connection equals itself alone
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given)
      throws Throwable {
    switch (method.getName()) {
      case "getAutoCommit" -> {
        return commitsByItself;
      }
      case "setAutoCommit" -> {
        commitsByItself = given != null && Boolean.TRUE.equals(given[0]);
        if (commitsByItself) {
          keep();
        }
        return null;
      }
      case "commit" -> {
        keep();
        return null;
      }
      case "rollback" -> {
        if (given == null) {
          undo();
          return null;
        }
      }
      case "close" -> {
        isClosed = true;
        undo();
        return null;
      }
      case "isClosed" -> {
        return isClosed || shared.isClosed();
      }
      case "setReadOnly", "setTransactionIsolation" -> {
        return null;
      }
      case "equals" -> {
        return given != null && proxy == given[0];
      }
      case "hashCode" -> {
        return System.identityHashCode(proxy);
      }
      case "createStatement", "prepareStatement", "prepareCall" -> begin();
      default -> {}
    }
    try {
      return method.invoke(shared, given);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private void begin() throws SQLException {
    if (!commitsByItself && before == null) {
      before = shared.setSavepoint();
    }
  }

  private void keep() throws SQLException {
    if (before != null) {
      var released = before;
      before = null;
      shared.releaseSavepoint(released);
    }
  }

  private void undo() throws SQLException {
    if (before != null) {
      var undone = before;
      before = null;
      shared.rollback(undone);
      shared.releaseSavepoint(undone);
    }
  }
}

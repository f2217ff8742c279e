package org.cartwright.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connections of a role that are closed by their users and kept for the next one, because to open
 * one takes longer than most of what it is asked. Each is handed out as if it were new: without
 * what was set, made for a while, prepared, locked or not committed.
 */
final class KeptConnections extends AbstractDataSource {

  private static final int MOST_IDLE = 4;

  private final DataSource source;
  private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

  KeptConnections(DataSource source) {
    this.source = source;
  }

  @Override
  public Connection getConnection() throws SQLException {
    for (var kept = idle.poll(); kept != null; kept = idle.poll()) {
      if (kept.isValid(1)) {
        return lent(kept);
      }
      kept.close();
    }
    return lent(source.getConnection());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return source.getConnection(user, password);
  }

  private Connection lent(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            new Lent(connection)::invoke);
  }

  private void takeBack(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      statement.execute("select pg_stat_force_next_flush()"); // what it has counted
      statement.execute("discard all");
    } catch (SQLException broken) {
      connection.close();
      return;
    }
    if (idle.size() < MOST_IDLE) {
      idle.push(connection);
    } else {
      connection.close();
    }
  }

  private final class Lent {

    private final Connection connection;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    Lent(Connection connection) {
      this.connection = connection;
    }

    @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      switch (method.getName()) {
        case "close" -> {
          if (isClosed.compareAndSet(false, true)) {
            takeBack(connection);
          }
          return null;
        }
        case "isClosed" -> {
          return isClosed.get() || connection.isClosed();
        }
        default -> {
          if (isClosed.get()) {
            throw new SQLException("closed");
          }
          try {
            return method.invoke(connection, arguments);
          } catch (InvocationTargetException failed) {
            throw failed.getCause();
          }
        }
      }
    }
  }
}

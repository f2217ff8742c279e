package org.cartwright.platform.transactions;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A connection of the pool that tells, once, when it is given back. */
final class SharedConnection implements InvocationHandler {

  private final Connection connection;
  private final Runnable whenClosed;
  private final AtomicBoolean isClosed = new AtomicBoolean();

  private SharedConnection(Connection connection, Runnable whenClosed) {
    this.connection = connection;
    this.whenClosed = whenClosed;
  }

  static Connection of(Connection connection, Runnable whenClosed) {
    return (Connection)
        Proxy.newProxyInstance(
            SharedConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new SharedConnection(connection, whenClosed));
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // a connection equals itself alone
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given)
      throws Throwable {
    return switch (method.getName()) {
      case "equals" -> given != null && proxy == given[0];
      case "hashCode" -> System.identityHashCode(proxy);
      case "close" -> {
        try {
          yield passed(method, given);
        } finally {
          if (!isClosed.getAndSet(true)) {
            whenClosed.run();
          }
        }
      }
      default -> passed(method, given);
    };
  }

  private @Nullable Object passed(Method method, @Nullable Object @Nullable [] given)
      throws Throwable {
    try {
      return method.invoke(connection, given);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}

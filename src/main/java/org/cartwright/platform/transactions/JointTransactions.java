package org.cartwright.platform.transactions;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Component;

/** Where joint transactions begin. */
@Component
public class JointTransactions {

  private final DataSource dataSource;
  private final SQLExceptionTranslator translator;

  JointTransactions(DataSource dataSource, SQLExceptionTranslator translator) {
    this.dataSource = dataSource;
    this.translator = translator;
  }

  /** What the database's exceptions are in Spring's words. */
  interface Troubles {
    DataAccessException translated(String task, SQLException trouble);
  }

  /**
   * Begins one for this thread, until it is closed.
   *
   * @throws DataAccessException if the database cannot be reached
   * @throws IllegalStateException if the thread is in one already
   */
  public JointTransaction begin() {
    if (JointTransaction.isOpen()) {
      throw new IllegalStateException("this thread is in a joint transaction already");
    }
    @Nullable Connection connection = null;
    try {
      connection = dataSource.getConnection();
      return JointTransaction.begin(connection, this::translated);
    } catch (SQLException e) {
      close(connection, e);
      throw new CannotGetJdbcConnectionException("No connection", e);
    }
  }

  private static void close(@Nullable Connection connection, SQLException e) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException also) {
        e.addSuppressed(also);
      }
    }
  }

  private DataAccessException translated(String task, SQLException trouble) {
    var translated = translator.translate(task, null, trouble);
    return translated != null ? translated : new UncategorizedSQLException(task, null, trouble);
  }

  /**
   * Everything in the house takes its connections where threads in joint transactions are known.
   */
  @Configuration(proxyBeanMethods = false)
  static class Door {

    @Bean
    static BeanPostProcessor jointDataSource() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof DataSource pool && name.equals("dataSource")
              ? new JointDataSource(pool)
              : bean;
        }
      };
    }
  }
}

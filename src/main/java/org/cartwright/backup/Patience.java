package org.cartwright.backup;

import java.sql.Connection;
import java.sql.SQLException;

/** How long the database waits for what a command does. */
final class Patience {

  /**
   * A setting that a server does not know (transaction_timeout before PostgreSQL 17) is left out.
   */
  private static final String SETTINGS =
      """
      select set_config(bound.name, bound.value, false)
        from (values ('statement_timeout', '0'),
                     ('transaction_timeout', '0'),
                     ('idle_in_transaction_session_timeout', '0'),
                     ('lock_timeout', '10s')) bound (name, value)
       where current_setting(bound.name, true) is not null
      """;

  private Patience() {}

  /** As long as it takes, but not for the locks of others. */
  static void with(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(SETTINGS);
    }
  }
}

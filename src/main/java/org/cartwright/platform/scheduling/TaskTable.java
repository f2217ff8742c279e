package org.cartwright.platform.scheduling;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;

/** Where errands are kept, and how they are spoken of in PostgreSQL. */
final class TaskTable {

  static final String NAME = "scheduled_task";

  private TaskTable() {}

  /** Named rather than asked of the database: the database may be away when the service starts. */
  static JdbcCustomization dialect() {
    return new PostgreSqlJdbcCustomization(false, false);
  }
}

package org.cartwright.platform.scheduling;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;

/** Where errands and jobs are kept, and how they are spoken of in PostgreSQL. */
final class TaskTable {

  static final String QUEUED = "scheduled_task";
  static final String RECURRING = "recurring_job";

  private TaskTable() {}

  /** Named rather than asked of the database: the database may be away when the service starts. */
  static JdbcCustomization dialect() {
    return new PostgreSqlJdbcCustomization(false, false);
  }
}

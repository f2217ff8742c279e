package org.cartwright.platform.scheduling;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.cartwright.platform.transactions.AfterCommit;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** Takes errands: they are stored in the caller's transaction and run once that is committed. */
@Component
public class TaskQueue {

  private final SchedulerClient client;
  private final Clock clock;
  private volatile Runnable wakeUp = () -> {};

  TaskQueue(DataSource dataSource, Clock clock) {
    this.client =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
            .tableName(TaskTable.QUEUED)
            .jdbcCustomization(TaskTable.dialect())
            .build();
    this.clock = clock;
  }

  /**
   * Has something done at a moment, or as soon as the transaction is committed if that has passed.
   * If the same errand waits already, it is moved to the new moment.
   */
  public void schedule(TaskInstance<?> errand, Instant at) {
    client.schedule(errand, at, ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    if (!at.isAfter(clock.instant())) {
      AfterCommit.run(wakeUp);
    }
  }

  /** Whom to tell that something is due. */
  void wake(Runnable runner) {
    wakeUp = runner;
  }
}

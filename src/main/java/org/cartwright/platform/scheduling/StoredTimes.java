package org.cartwright.platform.scheduling;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts right, every few seconds, what a clock that went ahead and was set right has left in a table
 * of tasks: what would wait longer than anything ever waits is due, and who has shown a sign of
 * life in the future shows one now, so that he is missed if he is no more.
 */
class StoredTimes extends AbstractSchedulerListener {

  private static final Logger LOG = LoggerFactory.getLogger(StoredTimes.class);

  private static final String SIGNS =
      "update %s set last_heartbeat = :now where picked and last_heartbeat > :soon";

  private static final String PLANS =
      """
      update %s t set execution_time = :now
        from unnest(cast(:names as text[]), cast(:seconds as bigint[])) as known (name, seconds)
       where t.task_name = known.name and not t.picked
         and t.execution_time > :soon + known.seconds * interval '1 second'
      """;

  private final JdbcClient jdbc;
  private final String table;
  private final Clock clock;
  private final ClockSteps steps;
  private final String[] names;
  private final Long[] seconds;

  /**
   * @param waits of all kinds of tasks whose waits are known
   */
  StoredTimes(
      DataSource dataSource, String table, Clock clock, ClockSteps steps, List<LongestWait> waits) {
    this.jdbc = JdbcClient.create(dataSource);
    this.table = table;
    this.clock = clock;
    this.steps = steps;
    names = waits.stream().map(LongestWait::task).toArray(String[]::new);
    seconds = waits.stream().map(LongestWait::most).map(Duration::toSeconds).toArray(Long[]::new);
  }

  @Override
  public void onSchedulerEvent(SchedulerEventType type) {
    if (type == SchedulerEventType.RAN_DETECT_DEAD) {
      steps.look();
      try {
        putRight();
      } catch (DataAccessException away) {
        LOG.debug("Times in {} are looked at next time", table, away);
      }
    }
  }

  private void putRight() {
    about(SIGNS).update();
    var hurried = about(PLANS).param("names", names).param("seconds", seconds).update();
    if (hurried > 0) {
      LOG.warn(
          "{} of {} were planned by a clock that went ahead, and are done now", hurried, table);
    }
  }

  private JdbcClient.StatementSpec about(String sql) {
    var now = OffsetDateTime.ofInstant(clock.now(), ZoneOffset.UTC);
    return jdbc.sql(sql.formatted(table))
        .param("now", now)
        .param("soon", now.plus(LongestWait.CLOCKS_APART));
  }
}

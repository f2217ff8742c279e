package org.cartwright.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What PostgreSQL did for a request, in figures that do not depend on how busy the machine is.
 *
 * @param pages of tables and indexes that were looked at
 * @param rows that were answered or changed
 * @param plans that were made; none where every statement keeps its plan
 */
public record DatabaseWork(long pages, long rows, long plans) {

  /** So often the server sees a statement before it keeps a plan for it, and some more. */
  private static final int UNTIL_IT_IS_USED_TO_IT = 30;

  private static final int TIMES = 5;

  private static final String SUM =
      """
      select coalesce(sum(s.shared_blks_hit + s.shared_blks_read), 0), coalesce(sum(s.rows), 0),
             coalesce(sum(s.plans), 0)
        from pg_stat_statements s
             join pg_database d on d.oid = s.dbid and d.datname = current_database()
             join pg_roles r on r.oid = s.userid and r.rolname = '%s'
      """
          .formatted(TestDatabase.APP);

  /**
   * What a request takes once the server is used to it: the least of several times, because what
   * the service does by itself meanwhile is counted, too.
   */
  public static DatabaseWork of(Runnable request) {
    for (int n = 0; n < UNTIL_IT_IS_USED_TO_IT; n++) {
      request.run();
    }
    try (var superuser = TestDatabase.shared().superuser();
        var statement = superuser.createStatement()) {
      statement.execute("create extension if not exists pg_stat_statements");
      return Stream.generate(() -> once(superuser, request))
          .limit(TIMES)
          .min(Comparator.comparingLong(DatabaseWork::plans).thenComparingLong(DatabaseWork::pages))
          .orElseThrow();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DatabaseWork once(Connection superuser, Runnable request) {
    try (var statement = superuser.createStatement()) {
      statement.execute("select pg_stat_statements_reset()");
      request.run();
      try (var sums = statement.executeQuery(SUM)) {
        sums.next();
        return new DatabaseWork(sums.getLong(1), sums.getLong(2), sums.getLong(3));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

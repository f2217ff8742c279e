package org.cartwright.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

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

  /** Every connection of the pool gets used to a statement by itself. */
  private static final int TIMES_AT_MOST = 200;

  private static final Comparator<DatabaseWork> LEAST =
      Comparator.comparingLong(DatabaseWork::plans).thenComparingLong(DatabaseWork::pages);

  private static final String COUNTER = "create extension if not exists pg_stat_statements";

  private static final String SUM =
      """
      select coalesce(sum(s.shared_blks_hit + s.shared_blks_read), 0), coalesce(sum(s.rows), 0),
             coalesce(sum(s.plans), 0)
        from pg_stat_statements s
             join pg_database d on d.oid = s.dbid and d.datname = current_database()
             join pg_roles r on r.oid = s.userid and r.rolname = '%s'
      """
          .formatted(TestDatabase.APP);

  private static final String WITHOUT_TENANT =
      """
      select s.query
        from pg_stat_statements s
             join pg_database d on d.oid = s.dbid and d.datname = current_database()
             join pg_roles r on r.oid = s.userid and r.rolname = ?
       where s.query !~ '\\mtenant_id\\M'
         and exists (
             select from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
              where c.relkind in ('r', 'p', 'v') and c.relnamespace = 'public'::regnamespace
                and s.query ~* ('\\m(from|join|into|update)\\s+' || c.relname || '\\M'))
       order by 1
      """;

  /**
   * What a request takes once the server is used to it: the least of several times, because what
   * the service does by itself meanwhile is counted, too. Goes on while plans are made: a statement
   * that is planned whenever it is sent is found, one that is new to a connection is not.
   */
  public static DatabaseWork of(Runnable request) {
    for (int n = 0; n < UNTIL_IT_IS_USED_TO_IT; n++) {
      request.run();
    }
    try (var superuser = TestDatabase.shared().superuser();
        var statement = superuser.createStatement()) {
      statement.execute(COUNTER);
      var least = once(superuser, request);
      for (int n = 1; n < TIMES || (least.plans() > 0 && n < TIMES_AT_MOST); n++) {
        least = BinaryOperator.minBy(LEAST).apply(least, once(superuser, request));
      }
      return least;
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

  /**
   * What the serving role has sent so far, in any test, that touches tenants' tables and does not
   * name the tenant: a database that is spread by tenant would have to ask everywhere.
   */
  public static List<String> statementsWithoutTenant() {
    try (var superuser = TestDatabase.shared().superuser()) {
      var client = JdbcClient.create(new SingleConnectionDataSource(superuser, true));
      client.sql(COUNTER).update();
      return client
          .sql(WITHOUT_TENANT)
          .param(TestDatabase.APP)
          .query((row, n) -> row.getString(1))
          .list();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

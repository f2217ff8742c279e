package org.cartwright.tenancy.health;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.cartwright.testing.TestDatabase;

/**
 * Changes what is stored behind the service's back, past all that the database itself watches over,
 * and puts it back.
 *
 * @param what of which table or view
 * @param forth the statements that do it, with {@code ?} for the tenant
 * @param back those that undo it
 */
record Tampering(String what, String table, List<String> forth, List<String> back) {

  /** Every row of a tenant has so much more in a column. */
  static Tampering added(String table, String column, long more) {
    return changed(
        table,
        column,
        "%1$s = %1$s + %2$d".formatted(column, more),
        column + " = " + column + " - " + more);
  }

  /** Every row of a tenant has a thousand times as much in a column. */
  static Tampering multiplied(String table, String column) {
    return changed(
        table,
        column,
        "%1$s = %1$s * 1000".formatted(column),
        "%1$s = %1$s / 1000".formatted(column));
  }

  /** Every row of a tenant says the contrary in a column of yes or no. */
  static Tampering flipped(String table, String column) {
    var update = "%1$s = not %1$s".formatted(column);
    return changed(table, column, update, update);
  }

  /** Every row of a tenant has a dot more at the end of a column. */
  static Tampering appended(String table, String column) {
    return changed(
        table,
        column,
        "%1$s = %1$s || '.'".formatted(column),
        "%1$s = left(%1$s, -1)".formatted(column));
  }

  private static Tampering changed(String table, String column, String forth, String back) {
    var update = "update " + table + " set %s where tenant_id = '?'";
    return new Tampering(
        table + "." + column,
        table,
        List.of(update.formatted(forth)),
        List.of(update.formatted(back)));
  }

  /**
   * Rows of a tenant are changed or gone.
   *
   * @param key by which they are told apart
   * @param change the statement that does it
   */
  static Tampering replaced(String table, String key, String change) {
    return new Tampering(
        change,
        "",
        List.of(
            "create table kept as select * from %s where tenant_id = '?'".formatted(table), change),
        List.of(
            "delete from %1$s where tenant_id = '?' and %2$s in (select %2$s from kept)"
                .formatted(table, key),
            "insert into %s select * from kept".formatted(table),
            "drop table kept"));
  }

  /** A view of bigints says one more than it should, to everybody. */
  static Tampering ofView(String view, String column) {
    var text = only("select pg_get_viewdef('%s'::regclass)".formatted(view)).replace(";", "");
    var columns =
        only(
            "select string_agg(case attname when '%2$s' then attname || ' + 1 as ' || attname else attname end, ', ' order by attnum) from pg_attribute where attrelid = '%1$s'::regclass and attnum > 0"
                .formatted(view, column));
    var definition = "create or replace view %s with (security_invoker = true) as ".formatted(view);
    return new Tampering(
        view + "." + column,
        "",
        List.of(definition + "select " + columns + " from (" + text + ") was"),
        List.of(definition + text));
  }

  /** Does something while it is so. */
  void at(String tenant, Runnable work) {
    try (var database = TestDatabase.shared().superuser();
        var statement = database.createStatement()) {
      statement.execute("set session_replication_role = replica");
      var guards = table.isEmpty() ? List.<String[]>of() : guards(database);
      for (var guard : guards) {
        statement.execute("alter table %s drop constraint %s".formatted(table, guard[0]));
      }
      try {
        for (var sql : forth) {
          statement.execute(sql.replace("?", tenant));
        }
        work.run();
      } finally {
        for (var sql : back) {
          statement.execute(sql.replace("?", tenant));
        }
        for (var guard : guards) {
          statement.execute(
              "alter table %s add constraint %s %s".formatted(table, guard[0], guard[1]));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String[]> guards(Connection database) throws SQLException {
    var guards = new ArrayList<String[]>();
    try (var statement = database.createStatement();
        var rows =
            statement.executeQuery(
                "select conname, pg_get_constraintdef(oid) from pg_constraint where conrelid = '%s'::regclass and contype = 'c'"
                    .formatted(table))) {
      while (rows.next()) {
        guards.add(new String[] {rows.getString(1), rows.getString(2)});
      }
    }
    return guards;
  }

  private static String only(String sql) {
    try (var database = TestDatabase.shared().superuser();
        var statement = database.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return what;
  }
}

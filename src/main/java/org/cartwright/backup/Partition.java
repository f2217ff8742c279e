package org.cartwright.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A part of a table, as the service makes them while it works.
 *
 * @param bounds what lies in it, as the database says it
 */
record Partition(String name, String table, String bounds) {

  private static final Pattern RANGE =
      Pattern.compile("FOR VALUES FROM \\('[^'\\\\]*'\\) TO \\('[^'\\\\]*'\\)");

  private static final String THERE =
      """
      select c.relname, p.relname, pg_get_expr(c.relpartbound, c.oid)
        from pg_inherits i
        join pg_class c on c.oid = i.inhrelid and c.relispartition and c.relkind = 'r'
        join pg_class p on p.oid = i.inhparent
       where c.relnamespace = 'public'::regnamespace
       order by c.relname
      """;

  private static final String POLICIES =
      """
      select format('create policy %I on %I as %s for %s to %s', policyname, ?::text, permissive, cmd,
                    (select string_agg(case r when 'public' then 'public' else quote_ident(r) end, ', ')
                       from unnest(roles) r))
             || coalesce(' using (' || qual || ')', '') || coalesce(' with check (' || with_check || ')', '')
        from pg_policies where schemaname = 'public' and tablename = ?
      """;

  /** Those there are that hold a range; the rest is part of the schema. */
  static List<Partition> all(Connection connection) throws SQLException {
    var all = new ArrayList<Partition>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(THERE)) {
      while (rows.next()) {
        var one = new Partition(rows.getString(1), rows.getString(2), rows.getString(3));
        if (one.isRange()) {
          all.add(one);
        }
      }
    }
    return all;
  }

  private boolean isRange() {
    return RANGE.matcher(bounds).matches();
  }

  /** Makes it, empty and with the policies of its table. */
  void make(Connection connection) throws SQLException {
    if (!isRange()) {
      throw new CommandFailed("The backup has a part of a table that is no range.");
    }
    var its = StoredTable.quoted(name);
    var whole = StoredTable.quoted(table);
    try (var statement = connection.createStatement()) {
      statement.execute("create table %s (like %s including all)".formatted(its, whole));
      statement.execute(
          "alter table %1$s enable row level security, force row level security".formatted(its));
      for (var policy : policies(connection)) {
        statement.execute(policy);
      }
      statement.execute("alter table %s attach partition %s %s".formatted(whole, its, bounds));
    }
  }

  private List<String> policies(Connection connection) throws SQLException {
    var policies = new ArrayList<String>();
    try (var question = connection.prepareStatement(POLICIES)) {
      question.setString(1, name);
      question.setString(2, table);
      try (var rows = question.executeQuery()) {
        while (rows.next()) {
          policies.add(rows.getString(1));
        }
      }
    }
    return policies;
  }
}

package org.cartwright.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of the database, whosever it is.
 *
 * @param columns those that are not computed from others
 * @param isSeenByClinic whether the role that asks sees the rows of one clinic at a time
 * @param isForced whether row-level security binds its owner, too
 */
record StoredTable(String name, List<String> columns, boolean isSeenByClinic, boolean isForced) {

  /** What the migrations keep of themselves is no data: a restored database has its own. */
  private static final String TABLES =
      """
      select c.relname,
             array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = ''),
             c.relforcerowsecurity and bool_or(a.attname = 'tenant_id')
             and not exists (select from pg_policies p
                              where p.schemaname = 'public' and p.tablename = c.relname and p.qual = 'true'
                                and p.cmd in ('ALL', 'SELECT')
                                and ('public' = any(p.roles) or current_user = any(p.roles))),
             c.relforcerowsecurity
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
         and c.relname <> 'flyway_schema_history'
         and not exists (select from pg_depend d
                          where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
       group by c.oid
       order by c.relname
      """;

  /** All there are, by name. */
  static List<StoredTable> all(Connection connection) throws SQLException {
    var tables = new ArrayList<StoredTable>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        tables.add(
            new StoredTable(
                rows.getString(1),
                Arrays.asList((String[]) rows.getArray(2).getArray()),
                rows.getBoolean(3),
                rows.getBoolean(4)));
      }
    }
    return tables;
  }

  /** Its name, as statements have it. */
  String quoted() {
    return quoted(name);
  }

  /** Columns, as statements list them. */
  static String listed(List<String> columns) {
    return columns.stream().map(StoredTable::quoted).collect(Collectors.joining(", "));
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}

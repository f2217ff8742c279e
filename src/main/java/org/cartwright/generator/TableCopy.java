package org.cartwright.generator;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows of one table on their way into it. COPY goes to a temporary table, because PostgreSQL does
 * not copy into tables with row-level security; from there they are inserted.
 */
final class TableCopy {

  private static final String INSERT =
      "insert into %1$s (tenant_id, %2$s) select current_setting('cartwright.tenant'), %2$s from new_%1$s";

  private static final String INSERT_MONEY =
      """
      insert into %1$s (tenant_id, currency, %2$s)
      select current_setting('cartwright.tenant'),
             (select clinic.currency from tenant clinic where clinic.id = current_setting('cartwright.tenant')), %2$s
        from new_%1$s\
      """;

  private final String table;
  private final String insert;
  private final String columns;
  private final int width;
  private final StringBuilder text = new StringBuilder();

  TableCopy(String table, String... columns) {
    this(INSERT, table, columns);
  }

  private TableCopy(String insert, String table, String... columns) {
    this.table = table;
    this.columns = String.join(", ", columns);
    this.width = columns.length;
    this.insert = insert.formatted(table, this.columns);
  }

  /** Rows of a table with amounts, which are in the currency of the clinic. */
  static TableCopy ofMoney(String table, String... columns) {
    return new TableCopy(INSERT_MONEY, table, columns);
  }

  /** Adds a row; its values are in the order of the columns. */
  void add(@Nullable Object... values) {
    if (values.length != width) {
      throw new IllegalArgumentException(table + " takes " + width + " values");
    }
    for (int i = 0; i < width; i++) {
      text.append(i == 0 ? "" : "\t");
      append(values[i]);
    }
    text.append('\n');
  }

  private void append(@Nullable Object value) {
    if (value == null) {
      text.append("\\N");
      return;
    }
    var spelled = value.toString();
    for (int i = 0; i < spelled.length(); i++) {
      switch (spelled.charAt(i)) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(spelled.charAt(i));
      }
    }
  }

  /** Makes the temporary table; its rows go with each transaction. */
  void prepare(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "create temporary table new_%s on commit delete rows as select %s from %s with no data"
              .formatted(table, columns, table));
    }
  }

  /** Copies the rows into the temporary table and forgets them here. */
  void copy(Connection connection) throws SQLException, IOException {
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("copy new_" + table + " from stdin", new StringReader(text.toString()));
    text.setLength(0);
  }

  /** Inserts what was copied. */
  String insert() {
    return insert;
  }
}

package org.cartwright.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows under headings. A table longer than its page goes on on the next, under the same headings; a
 * row is never torn apart.
 *
 * @param heading above the table, null if it needs none
 * @param rows the cells of each row, as many as there are columns
 */
public record TableBlock(@Nullable String heading, List<Column> columns, List<List<String>> rows)
    implements DocumentPart {

  public TableBlock {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("A table needs a column");
    }
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "A row of " + row.size() + " cells under " + columns.size() + " columns");
      }
    }
  }

  /**
   * A column.
   *
   * @param share its part of the table's width, in proportion to the other columns' shares
   */
  public record Column(String heading, int share, Alignment alignment) {

    public Column {
      if (share < 1) {
        throw new IllegalArgumentException("A column needs a width");
      }
    }

    /** A column of words. */
    public static Column ofText(String heading, int share) {
      return new Column(heading, share, Alignment.LEFT);
    }

    /** A column of figures. */
    public static Column ofFigures(String heading, int share) {
      return new Column(heading, share, Alignment.RIGHT);
    }
  }

  /** The edge a column's cells stand at. */
  public enum Alignment {
    LEFT,
    RIGHT
  }
}

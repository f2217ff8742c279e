package org.cartwright.platform.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table that holds something about persons: which of its rows are a person's, and of each column
 * what it is. A test finds the column that is missing here.
 *
 * @param section under which the rows are told, in plain words
 * @param whose the condition on the table's rows, called {@code t}, under which they are the
 *     person's; the tenant is compared besides
 * @param order by which they are told
 * @param columns all that hold words, and others worth telling
 * @param further what else is told of each row
 */
public record PersonalTable(
    String section,
    String table,
    String whose,
    String order,
    List<Column> columns,
    List<Further> further) {

  public PersonalTable {
    columns = List.copyOf(columns);
    further = List.copyOf(further);
  }

  /**
   * A column.
   *
   * @param isTold whether it is handed out; what only serves to find rows again, or is a secret, is
   *     not
   */
  public record Column(String name, boolean isTold) {}

  /**
   * Something told of a row that does not stand in it.
   *
   * @param sql an expression over {@code t}
   */
  public record Further(String name, String sql) {}

  /** A table whose rows are told in the order of their ids. */
  public static PersonalTable of(String section, String table, String whose) {
    return new PersonalTable(section, table, whose, "t.id", List.of(), List.of());
  }

  /** The same in another order. */
  public PersonalTable by(String columns) {
    return new PersonalTable(section, table, whose, columns, this.columns, further);
  }

  /**
   * With what is no person's: ids, amounts, moments, states, and words that the clinic has for all.
   */
  public PersonalTable keeping(String names) {
    return with(names, true);
  }

  /** With what is the person's, or may be. */
  public PersonalTable personal(String names) {
    return with(names, true);
  }

  /** With what is not handed out: it is made from other columns, or a secret. */
  public PersonalTable untold(String names) {
    return with(names, false);
  }

  /** With something told of each row that stands elsewhere in the module's tables. */
  public PersonalTable telling(String name, String sql) {
    var more = new ArrayList<>(further);
    more.add(new Further(name, sql));
    return new PersonalTable(section, table, whose, order, columns, more);
  }

  private PersonalTable with(String names, boolean isTold) {
    return new PersonalTable(
        section,
        table,
        whose,
        order,
        Stream.concat(
                columns.stream(),
                Stream.of(names.split(" ", -1)).map(name -> new Column(name, isTold)))
            .toList(),
        further);
  }
}

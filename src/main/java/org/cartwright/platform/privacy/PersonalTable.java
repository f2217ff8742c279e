package org.cartwright.platform.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table that holds something about persons: which of its rows are a person's, and of each column
 * what it is, so what is handed out of it and what goes when the person is erased. A test finds the
 * column that is missing here.
 *
 * @param section under which the rows are told, in plain words
 * @param whose the condition on the table's rows, called {@code t}, under which they are the
 *     person's; the tenant is compared besides
 * @param order by which they are told
 * @param columns all that hold words, and others worth telling
 * @param further what else is told of each row
 * @param erasure what becomes of a row when its person is erased
 */
public record PersonalTable(
    String section,
    String table,
    String whose,
    String order,
    List<Column> columns,
    List<Further> further,
    Erasure erasure) {

  public PersonalTable {
    columns = List.copyOf(columns);
    further = List.copyOf(further);
  }

  /** What becomes of rows when their person is erased. */
  public enum Erasure {
    /** They stay, without what is the person's. */
    WORDS,
    /** They stay, without what is the person's, and say in {@code erased_date} since when. */
    MARKED_WORDS,
    /** They go. */
    ROWS,
    /** Their holder sees to it. */
    BY_HOLDER
  }

  /**
   * A column.
   *
   * @param isTold whether it is handed out; what only serves to find rows again, or is a secret, is
   *     not
   * @param erased what stands in it once the person is erased, in SQL; absent if it stays
   */
  public record Column(String name, boolean isTold, @Nullable String erased) {}

  /**
   * Something told of a row that does not stand in it.
   *
   * @param sql an expression over {@code t}
   */
  public record Further(String name, String sql) {}

  /** A table whose rows are told in the order of their ids. */
  public static PersonalTable of(String section, String table, String whose) {
    return new PersonalTable(section, table, whose, "t.id", List.of(), List.of(), Erasure.WORDS);
  }

  /** The same in another order. */
  public PersonalTable by(String columns) {
    return new PersonalTable(section, table, whose, columns, this.columns, further, erasure);
  }

  /** The same with something else becoming of its rows. */
  public PersonalTable erasing(Erasure rows) {
    return new PersonalTable(section, table, whose, order, columns, further, rows);
  }

  /**
   * With what is no person's: ids, amounts, moments, states, and words that the clinic has for all.
   */
  public PersonalTable keeping(String names) {
    return with(names, true, null);
  }

  /** With what is the person's, or may be, and goes with them. */
  public PersonalTable personal(String names) {
    return with(names, true, "null");
  }

  /** With what is the person's, or may be, but cannot be missing where it is. */
  public PersonalTable replaced(String names) {
    var table = this;
    for (var name : names.split(" ", -1)) {
      table = table.replaced(name, "case when %s is not null then 'Erased' end".formatted(name));
    }
    return table;
  }

  /**
   * With a column that says something else once the person is erased.
   *
   * @param erased what it says then, in SQL
   */
  public PersonalTable replaced(String name, String erased) {
    return with(name, true, erased);
  }

  /** With what is not handed out: it is made from other columns, or a secret. */
  public PersonalTable untold(String names) {
    return with(names, false, null);
  }

  /** With what is not handed out because it is a secret, or has one in it, and goes with them. */
  public PersonalTable secret(String names) {
    return with(names, false, "null");
  }

  /** With something told of each row that stands elsewhere in the module's tables. */
  public PersonalTable telling(String name, String sql) {
    var more = new ArrayList<>(further);
    more.add(new Further(name, sql));
    return new PersonalTable(section, table, whose, order, columns, more, erasure);
  }

  private PersonalTable with(String names, boolean isTold, @Nullable String erased) {
    return new PersonalTable(
        section,
        table,
        whose,
        order,
        Stream.concat(
                columns.stream(),
                Stream.of(names.split(" ", -1)).map(name -> new Column(name, isTold, erased)))
            .toList(),
        further,
        erasure);
  }
}

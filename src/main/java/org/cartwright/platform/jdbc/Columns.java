package org.cartwright.platform.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns by their names. What may be null in the database says so in the name of the method;
 * a null anywhere else is a mistake of the statement.
 */
public final class Columns {

  private Columns() {}

  /** A moment that is always there. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** A moment, if there is one. */
  public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    var moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }

  /** A day, if there is one. */
  public static @Nullable LocalDate dayOrNull(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  /** A whole number, if there is one. */
  public static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  /** A small whole number, if there is one. */
  public static @Nullable Integer intOrNull(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : number;
  }

  /** Yes or no, if it is known. */
  public static @Nullable Boolean booleanOrNull(ResultSet row, String column) throws SQLException {
    boolean flag = row.getBoolean(column);
    return row.wasNull() ? null : flag;
  }

  /** One of some names, if there is one. */
  public static <E extends Enum<E>> @Nullable E nameOrNull(
      ResultSet row, String column, Class<E> names) throws SQLException {
    var name = row.getString(column);
    return name == null ? null : Enum.valueOf(names, name);
  }

  /** A decimal as it is written: without trailing zeros and never with an exponent. */
  public static BigDecimal decimal(ResultSet row, String column) throws SQLException {
    return plain(row.getBigDecimal(column));
  }

  /** A decimal as it is written, if there is one. */
  public static @Nullable BigDecimal decimalOrNull(ResultSet row, String column)
      throws SQLException {
    var number = row.getBigDecimal(column);
    return number == null ? null : plain(number);
  }

  private static BigDecimal plain(BigDecimal number) {
    var stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** The texts of an array. */
  public static List<String> strings(ResultSet row, String column) throws SQLException {
    var strings = stringsOrNull(row, column);
    return strings == null ? List.of() : strings;
  }

  /** The texts of an array, if there is one. */
  public static @Nullable List<String> stringsOrNull(ResultSet row, String column)
      throws SQLException {
    var array = row.getArray(column);
    return array == null ? null : List.of((String[]) array.getArray());
  }
}

package org.cartwright.platform.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;

/**
 * Several statements that go to the database as one message, inside a transaction: a document costs
 * one round trip, from however many tables it comes.
 *
 * <p>They are all by key, so each keeps the one plan that suits any keys. PostgreSQL would plan a
 * list of keys anew every time, because it takes each for one of ten when it weighs a plan for all
 * times, and finds that dearer than a plan for the few keys it is asked for.
 */
public final class RoundTrip {

  private static final String ONE_PLAN = "set local plan_cache_mode = force_generic_plan;\n";
  private static final String PLANS_AS_BEFORE = ";\nset local plan_cache_mode = auto";

  private final JdbcOperations jdbc;
  private final List<Asked<?>> asked = new ArrayList<>();

  /**
   * @param jdbc where its one message goes
   */
  public RoundTrip(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What one statement brings back.
   *
   * @param <T> what is made of each row
   */
  public static final class Asked<T> {

    private final RowQuery<T> reading;
    private @Nullable List<T> rows;

    private Asked(RowQuery<T> reading) {
      this.reading = reading;
    }

    /**
     * What was made of the rows, in their order.
     *
     * @throws IllegalStateException if the trip was not made
     */
    public List<T> rows() {
      if (rows == null) {
        throw new IllegalStateException("the round trip was not made");
      }
      return rows;
    }

    private void take(ResultSet found) throws SQLException {
      RowMapper<T> mapper = reading.row();
      var made = new ArrayList<T>();
      while (found.next()) {
        made.add(mapper.mapRow(found, made.size()));
      }
      rows = made;
    }
  }

  /** Takes a statement along. */
  public <T> Asked<T> ask(RowQuery<T> reading) {
    var one = new Asked<>(reading);
    asked.add(one);
    return one;
  }

  /** Makes the trip, if anything was asked. */
  public void make() {
    if (asked.isEmpty()) {
      return;
    }
    var sql =
        asked.stream()
            .map(one -> one.reading.sql())
            .collect(Collectors.joining(";\n", ONE_PLAN, PLANS_AS_BEFORE));
    jdbc.execute(sql, (PreparedStatementCallback<@Nullable Void>) this::make);
  }

  private @Nullable Void make(PreparedStatement message) throws SQLException {
    int place = 1;
    for (var one : asked) {
      for (var parameter : one.reading.parameters()) {
        StatementCreatorUtils.setParameterValue(
            message, place++, SqlTypeValue.TYPE_UNKNOWN, parameter);
      }
    }
    var open = asked.iterator();
    var hasRows = message.execute();
    while (hasRows || message.getUpdateCount() != -1) {
      if (hasRows) {
        try (var rows = message.getResultSet()) {
          open.next().take(rows);
        }
      }
      hasRows = message.getMoreResults();
    }
    return null;
  }
}

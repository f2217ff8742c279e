package org.cartwright.platform.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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

  private static final String COMMIT = ";\ncommit";

  private final JdbcOperations jdbc;
  private final List<String> statements = new ArrayList<>();
  private final List<@Nullable Object> parameters = new ArrayList<>();
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
    tell(reading.sql(), reading.parameters());
    return one;
  }

  /**
   * Takes a statement along that answers no rows.
   *
   * @param parameters for its question marks
   */
  public void tell(String sql, List<? extends @Nullable Object> parameters) {
    statements.add(sql);
    this.parameters.addAll(parameters);
  }

  /** Whether nothing was taken along. */
  public boolean isEmpty() {
    return statements.isEmpty();
  }

  /** Makes the trip, if there is anything to say. */
  public void make() {
    if (!isEmpty()) {
      send(ONE_PLAN + String.join(";\n", statements) + PLANS_AS_BEFORE);
    }
  }

  /**
   * Makes the trip, if there is anything to say, and has the transaction committed on it: if one
   * statement fails nothing is. Whoever commits it afterwards finds it done.
   */
  public void makeAndCommit() {
    if (!isEmpty()) {
      send(String.join(";\n", statements) + COMMIT);
    }
  }

  private void send(String sql) {
    jdbc.execute(sql, (PreparedStatementCallback<@Nullable Void>) this::make);
  }

  private @Nullable Void make(PreparedStatement message) throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      StatementCreatorUtils.setParameterValue(
          message, i + 1, SqlTypeValue.TYPE_UNKNOWN, parameters.get(i));
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

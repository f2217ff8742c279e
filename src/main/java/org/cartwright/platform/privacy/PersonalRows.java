package org.cartwright.platform.privacy;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cartwright.platform.jdbc.StoredJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads and erases what the tables of {@link PersonalDataHolder}s hold about a person. */
@Component
public class PersonalRows {

  private final JdbcClient jdbc;

  PersonalRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The person with all that belongs to it, one statement for each kind of thing. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Person person(String tenant, String id, List<PersonalDataHolder> holders) {
    var nobodysYet = new Person(tenant, id, Things.none());
    var things =
        holders.stream()
            .flatMap(holder -> holder.things().stream())
            .map(some -> Things.of(some.kind(), ids(some.sql(), nobodysYet)))
            .reduce(Things.none(), Things::and);
    return new Person(tenant, id, things);
  }

  private List<String> ids(String sql, Person person) {
    return asked(sql, person).query((row, n) -> row.getString(1)).list();
  }

  /** Locks what belongs to a person until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(String tenant, String id, List<PersonalDataHolder> holders) {
    holders.stream()
        .flatMap(holder -> holder.locks().stream())
        .forEach(sql -> ids(sql, new Person(tenant, id, Things.none())));
  }

  /** The ids of what is unsettled of a person. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<String> unsettled(Person person, Unsettled what, Instant now) {
    return asked(what.sql(), person)
        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .query((row, n) -> row.getString(1))
        .list();
  }

  /** Erases a person from a table, with one statement. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void erase(Person person, PersonalTable table, Instant now) {
    var rows = "t.tenant_id = :clinic and (%s)".formatted(table.whose());
    var words =
        table.columns().stream()
            .filter(column -> column.erased() != null)
            .map(column -> column.name() + " = " + column.erased());
    switch (table.erasure()) {
      case BY_HOLDER -> {}
      case ROWS ->
          asked("delete from %s t where %s".formatted(table.table(), rows), person).update();
      case WORDS -> {
        var gone = words.collect(Collectors.joining(", "));
        if (!gone.isEmpty()) {
          asked("update %s t set %s where %s".formatted(table.table(), gone, rows), person)
              .update();
        }
      }
      case MARKED_WORDS ->
          asked(
                  "update %s t set %s where %s"
                      .formatted(
                          table.table(),
                          Stream.concat(words, Stream.of("erased_date = :now"))
                              .collect(Collectors.joining(", ")),
                          rows),
                  person)
              .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
              .update();
    }
  }

  private JdbcClient.StatementSpec asked(String sql, Person person) {
    return jdbc.sql(sql).params(person.parameters());
  }

  /**
   * The rows of a table that are a person's, with one statement: their columns as they would be
   * written in JSON, without those that hold nothing.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Map<String, Object>> of(Person person, PersonalTable table) {
    var told =
        table.columns().stream()
            .filter(PersonalTable.Column::isTold)
            .map(column -> "t." + column.name());
    var further = table.further().stream().map(more -> more.sql() + " as " + more.name());
    var sql =
        "select %s from %s t where t.tenant_id = :clinic and (%s) order by %s"
            .formatted(
                Stream.concat(told, further).collect(Collectors.joining(", ")),
                table.table(),
                table.whose(),
                table.order());
    return asked(sql, person).query((row, n) -> read(row)).list();
  }

  private Map<String, Object> read(ResultSet row) throws SQLException {
    var columns = row.getMetaData();
    var read = new LinkedHashMap<String, Object>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      var value = value(row, i, columns.getColumnTypeName(i));
      if (value != null) {
        read.put(spelled(columns.getColumnLabel(i)), value);
      }
    }
    return read;
  }

  private @Nullable Object value(ResultSet row, int place, String type) throws SQLException {
    if (type.equals("timestamptz")) {
      var moment = row.getObject(place, OffsetDateTime.class);
      return moment == null ? null : moment.toInstant();
    }
    var value = row.getObject(place);
    if (value instanceof BigDecimal number) {
      var stripped = number.stripTrailingZeros();
      return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
    if (value instanceof Date day) {
      return day.toLocalDate();
    }
    if (value instanceof Array array) {
      return new ArrayList<>(Arrays.asList((Object[]) array.getArray()));
    }
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    return value != null && type.equals("jsonb")
        ? StoredJson.MAPPER.readValue(row.getString(place), Object.class)
        : value;
  }

  /** As in {@code first_name}: "firstName". */
  private static String spelled(String column) {
    var words = column.split("_", -1);
    return Arrays.stream(words)
        .skip(1)
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining("", words[0], ""));
  }
}

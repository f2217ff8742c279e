package org.cartwright.platform.paging;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.SearchWords;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks for one page of a list: of the rows {@code x} that a tenant has in a table, those that meet
 * every condition. What the client did not ask for is not a condition.
 */
public final class PageQuery {

  /** Sort keys of what has a moment at which it came to be. */
  public static final String NEWEST_FIRST = "x.created_date desc, x.id desc";

  private final String table;
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /**
   * @param table or view, with the columns {@code tenant_id} and {@code id}
   */
  public PageQuery(String table, String tenant) {
    this.table = table;
    where("x.tenant_id = ?", tenant);
  }

  /** A condition with its values, unless one of them is missing. */
  public PageQuery where(String condition, @Nullable Object... its) {
    if (Arrays.stream(its).allMatch(Objects::nonNull)) {
      conditions.add(condition);
      values.addAll(Arrays.asList(its));
    }
    return this;
  }

  /** What the expression says is one of these. */
  public PageQuery oneOf(String expression, @Nullable List<String> texts) {
    return where(
        expression + " = any(?)", (Object) (texts == null ? null : texts.toArray(String[]::new)));
  }

  /** The text occurs in what the expression says, however its letters are written. */
  public PageQuery contains(String expression, @Nullable String text) {
    return where(SearchWords.isIn(expression), containing(text));
  }

  /** What the expression says is between the two, both included. */
  public PageQuery between(String expression, @Nullable List<Long> range) {
    return range == null
        ? this
        : where(expression + " between ? and ?", range.getFirst(), range.getLast());
  }

  /** A pattern for whatever a text occurs in, for {@link SearchWords#isIn}. None for no text. */
  public static @Nullable String containing(@Nullable String text) {
    return text == null ? null : SearchWords.containing(text);
  }

  /**
   * The ids of one page, and how many there are on all, in one statement.
   *
   * @param order the sort keys, of which the last is never the same twice: otherwise pages overlap
   */
  public Page<String> page(JdbcClient jdbc, String order, Paging paging) {
    var found = found();
    return jdbc.sql(
            "select (select count(*) %1$s) as total, array(select x.id %1$s order by %2$s limit ? offset ?) as ids"
                .formatted(found, order))
        .params(values)
        .params(values)
        .params(paging.size(), paging.offset())
        .query((row, n) -> new Page<>(Columns.strings(row, "ids"), row.getLong("total")))
        .single();
  }

  /** The next chunk of everything, newest first, in one more entry than it holds. */
  public List<KeysetPosition> chunk(JdbcClient jdbc, KeysetPosition after) {
    return jdbc.sql(
            "select x.id, x.created_date %s and (x.created_date, x.id) < (?, ?) order by %s limit ?"
                .formatted(found(), NEWEST_FIRST))
        .params(values)
        .params(
            OffsetDateTime.ofInstant(after.createdDate(), ZoneOffset.UTC),
            after.id(),
            KeysetPosition.CHUNK + 1)
        .query((row, n) -> KeysetPosition.read(row))
        .list();
  }

  private String found() {
    return "from %s x where %s".formatted(table, String.join(" and ", conditions));
  }
}

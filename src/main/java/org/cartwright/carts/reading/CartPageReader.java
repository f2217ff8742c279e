package org.cartwright.carts.reading;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.paging.KeysetPosition;
import org.cartwright.platform.paging.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which carts stand on a page, and how many there are in all: one statement for most. The
 * transaction sees one moment.
 */
@Component
class CartPageReader {

  /** From here on it is worth knowing first from which end a page is nearer. */
  private static final int DEEP = 1_000;

  /** Carts of some statuses or of somebody that are sorted by name rather than looked for by it. */
  private static final int FEW = 1_000;

  private final JdbcClient jdbc;
  private final Clock clock;

  CartPageReader(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The ids on a page and the total. */
  Page<String> page(CartCriteria query, long offset, int size) {
    var parameters = query.parameters(clock.instant());
    if (query.isFound()) {
      return totalAndPage(new CartSearch(query).totalAndPage(offset, size), parameters);
    }
    boolean narrowedByName =
        query.sort() == CartSort.PATIENT_NAME
            && (query.creatorId() != null || !query.statuses().isEmpty());
    if (offset < DEEP && !narrowedByName) {
      return totalAndPage(new CartIndexScan(query).totalAndPage(offset, size), parameters);
    }
    long total =
        jdbc.sql(new CartIndexScan(query).total()).params(parameters).query(Long.class).single();
    if (offset >= total) {
      return new Page<>(List.of(), total);
    }
    if (narrowedByName && total <= FEW) {
      return new Page<>(
          ids(new CartIndexScan(query).pageOfFew(FEW, offset, size), parameters), total);
    }
    int wanted = (int) Math.min(size, total - offset);
    long behind = total - offset - wanted;
    return new Page<>(
        behind < offset
            ? ids(new CartIndexScan(query.reversed()).pageAlone(behind, wanted), parameters)
                .reversed()
            : ids(new CartIndexScan(query).pageAlone(offset, wanted), parameters),
        total);
  }

  /** What the carts of a query come to, by currency. */
  Map<Currency, Long> sums(CartCriteria query) {
    var sums = new TreeMap<Currency, Long>(Comparator.comparing(Currency::getCurrencyCode));
    jdbc.sql(new CartSearch(query).sums())
        .params(query.parameters(clock.instant()))
        .query(
            row -> {
              sums.put(Currency.getInstance(row.getString("currency")), row.getLong("total"));
            });
    return sums;
  }

  /** The next chunk of everything, newest first, in one more entry than it holds. */
  List<KeysetPosition> chunk(CartCriteria query, KeysetPosition after) {
    int size = KeysetPosition.CHUNK + 1;
    return jdbc.sql(
            query.isFound()
                ? new CartSearch(query).chunk(size)
                : new CartIndexScan(query).chunk(size))
        .params(query.parameters(clock.instant()))
        .param("afterDate", OffsetDateTime.ofInstant(after.createdDate(), ZoneOffset.UTC))
        .param("afterId", after.id())
        .query(
            (row, n) ->
                new KeysetPosition(Columns.instant(row, "created_date"), row.getString("id")))
        .list();
  }

  private Page<String> totalAndPage(String sql, Map<String, Object> parameters) {
    return jdbc.sql(sql)
        .params(parameters)
        .query((row, n) -> new Page<>(Columns.strings(row, "ids"), row.getLong("total")))
        .single();
  }

  private List<String> ids(String sql, Map<String, Object> parameters) {
    return jdbc.sql(sql).params(parameters).query((row, n) -> Columns.strings(row, "ids")).single();
  }
}

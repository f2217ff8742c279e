package org.cartwright.carts.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cartwright.carts.reading.CartQueries.Summed;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.paging.KeysetPosition;
import org.cartwright.platform.paging.Page;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
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

  private static final KeyedQuery SUMS_OF =
      KeyedQuery.of(CartSearch.SUMS + " where c.tenant_id = ? and c.id {keys} group by c.currency");

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

  /**
   * The ids on a page, the total, and what all that is found comes to by currency, unless it is
   * more than so many. What is searched for is looked for once; of a search that means many, the
   * first are told.
   */
  Summed<String> summed(CartCriteria query, long offset, int size, int most) {
    if (query.isFound()) {
      var search = CartSearch.whileTyping(query);
      if (search.isWalkable()) {
        var first =
            totalAndPage(
                search.firstOfMany(CartQueries.MOST_COUNTED, offset, size),
                query.parameters(clock.instant()));
        if (first.total() > CartQueries.MOST_COUNTED) {
          return new Summed<>(new Page<>(first.data(), CartQueries.MOST_COUNTED), Map.of(), true);
        }
      }
      var found =
          jdbc.sql(search.totalPageAndAll(offset, size, most))
              .params(query.parameters(clock.instant()))
              .query((row, n) -> Found.of(row))
              .single();
      return new Summed<>(
          found.page(),
          found.all().isEmpty()
              ? Map.of()
              : sums(SUMS_OF.with(jdbc, CurrentTenant.id(), found.all())),
          false);
    }
    var page = page(query, offset, size);
    return new Summed<>(
        page,
        page.total() > most
            ? Map.of()
            : sums(
                jdbc.sql(new CartSearch(query).sums()).params(query.parameters(clock.instant()))),
        false);
  }

  /**
   * @param all the ids on all pages, none if they are too many
   */
  private record Found(Page<String> page, List<String> all) {

    static Found of(ResultSet row) throws SQLException {
      return new Found(
          new Page<>(Columns.strings(row, "ids"), row.getLong("total")),
          Columns.strings(row, "all_ids"));
    }
  }

  private static Map<Currency, Long> sums(StatementSpec statement) {
    var sums = new TreeMap<Currency, Long>(Comparator.comparing(Currency::getCurrencyCode));
    statement.query(
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
        .query((row, n) -> KeysetPosition.read(row))
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

package org.cartwright.carts;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.cartwright.platform.paging.NewestFirst;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.rows.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which carts stand on a page, and how many there are in all: one statement for most. The
 * transaction sees one moment.
 */
@Component
class CartPages {

  /** From here on it is worth knowing first from which end a page is nearer. */
  private static final int DEEP = 1_000;

  /** Carts of some statuses or of somebody that are sorted by name rather than looked for by it. */
  private static final int FEW = 1_000;

  private final JdbcClient jdbc;
  private final Clock clock;

  CartPages(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The ids on a page and the total. */
  Page<String> page(CartQuery query, long offset, int size) {
    var parameters = query.parameters(clock.instant());
    if (query.isFound()) {
      return totalAndPage(new FoundCarts(query).totalAndPage(offset, size), parameters);
    }
    boolean narrowedByName =
        query.sort() == CartSort.PATIENT_NAME
            && (query.creatorId() != null || !query.statuses().isEmpty());
    if (offset < DEEP && !narrowedByName) {
      return totalAndPage(new CartWalk(query).totalAndPage(offset, size), parameters);
    }
    long total =
        jdbc.sql(new CartWalk(query).total()).params(parameters).query(Long.class).single();
    if (offset >= total) {
      return new Page<>(List.of(), total);
    }
    if (narrowedByName && total <= FEW) {
      return new Page<>(ids(new CartWalk(query).pageOfFew(FEW, offset, size), parameters), total);
    }
    int wanted = (int) Math.min(size, total - offset);
    long behind = total - offset - wanted;
    return new Page<>(
        behind < offset
            ? ids(new CartWalk(query.reversed()).pageAlone(behind, wanted), parameters).reversed()
            : ids(new CartWalk(query).pageAlone(offset, wanted), parameters),
        total);
  }

  /** The next chunk of everything, newest first, in one more entry than it holds. */
  List<NewestFirst> chunk(CartQuery query, NewestFirst after) {
    int size = NewestFirst.CHUNK + 1;
    return jdbc.sql(
            query.isFound() ? new FoundCarts(query).chunk(size) : new CartWalk(query).chunk(size))
        .params(query.parameters(clock.instant()))
        .param("afterDate", OffsetDateTime.ofInstant(after.createdDate(), ZoneOffset.UTC))
        .param("afterId", after.id())
        .query(
            (row, n) -> new NewestFirst(Columns.instant(row, "created_date"), row.getString("id")))
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

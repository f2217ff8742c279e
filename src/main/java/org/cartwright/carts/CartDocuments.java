package org.cartwright.carts;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.paging.NewestFirst;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.rows.Columns;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Carts as they are served: one, a page, or all of them in chunks. */
@Repository
@Transactional(readOnly = true)
class CartDocuments {

  private final JdbcClient jdbc;
  private final CartReader reader;
  private final Clock clock;

  CartDocuments(JdbcClient jdbc, CartReader reader, Clock clock) {
    this.jdbc = jdbc;
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * One cart.
   *
   * @throws Missing if there is none with this id, or it is archived
   */
  @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
  CartSummary get(String id) {
    if (!Ids.isPossible(id)) {
      throw Missing.a("Cart");
    }
    return reader.read(List.of(id)).stream().findFirst().orElseThrow(() -> Missing.a("Cart"));
  }

  /** One page of what a query finds. */
  Page<CartSummary> page(CartQuery query, int page, int size) {
    var parameters = query.parameters(clock.instant());
    parameters.put("limit", size);
    parameters.put("offset", (page - 1L) * size);
    var found =
        jdbc.sql(query.pageSql())
            .params(parameters)
            .query((row, n) -> new Page<>(Columns.strings(row, "ids"), row.getLong("total")))
            .single();
    return new Page<>(reader.read(found.data()), found.total());
  }

  /** The next chunk of everything a query finds, newest first whatever the query says. */
  Window<CartSummary> chunk(CartQuery query, KeysetScrollPosition position) {
    var after = NewestFirst.after(position);
    var parameters = query.parameters(clock.instant());
    parameters.put("afterDate", OffsetDateTime.ofInstant(after.createdDate(), ZoneOffset.UTC));
    parameters.put("afterId", after.id());
    parameters.put("limit", NewestFirst.CHUNK + 1);
    var found =
        jdbc.sql(query.chunkSql())
            .params(parameters)
            .query(
                (row, n) ->
                    new NewestFirst(Columns.instant(row, "created_date"), row.getString("id")))
            .list();
    var ids = found.stream().limit(NewestFirst.CHUNK).map(NewestFirst::id).toList();
    return NewestFirst.chunk(found, reader.read(ids));
  }
}

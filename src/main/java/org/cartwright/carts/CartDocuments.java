package org.cartwright.carts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.json.Documents;
import org.cartwright.platform.paging.NewestFirst;
import org.cartwright.platform.paging.Page;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Carts as they are served, each from one row of the view {@code cart_document}. */
@Repository
@Transactional(readOnly = true)
class CartDocuments {

  private final JdbcClient jdbc;
  private final Documents documents;
  private final Clock clock;

  CartDocuments(JdbcClient jdbc, Documents documents, Clock clock) {
    this.jdbc = jdbc;
    this.documents = documents;
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
    return jdbc.sql("select document from cart_document where tenant_id = ? and id = ?")
        .param(CurrentTenant.id())
        .param(id)
        .query((row, n) -> documents.read(row.getString(1), CartSummary.class))
        .optional()
        .orElseThrow(() -> Missing.a("Cart"));
  }

  /** One page of what a query finds. */
  Page<CartSummary> page(CartQuery query, int page, int size) {
    var now = clock.instant();
    var parameters = query.parameters(now);
    parameters.put("limit", size);
    parameters.put("offset", (page - 1L) * size);
    return jdbc.sql(query.pageSql()).params(parameters).query((row, n) -> page(row)).single();
  }

  private Page<CartSummary> page(ResultSet row) throws SQLException {
    var data = row.getString("documents");
    var carts = data == null ? new CartSummary[0] : documents.read(data, CartSummary[].class);
    return new Page<>(List.of(carts), row.getLong("total"));
  }

  /** The next chunk of everything a query finds, newest first whatever the query says. */
  Window<CartSummary> chunk(CartQuery query, KeysetScrollPosition position) {
    var after = NewestFirst.after(position);
    var parameters = query.parameters(clock.instant());
    parameters.put("afterDate", OffsetDateTime.ofInstant(after.createdDate(), ZoneOffset.UTC));
    parameters.put("afterId", after.id());
    parameters.put("limit", NewestFirst.CHUNK + 1);
    var found = jdbc.sql(query.chunkSql()).params(parameters).query((row, n) -> listed(row)).list();
    return NewestFirst.chunk(found, Listed::key, Listed::cart);
  }

  private Listed listed(ResultSet row) throws SQLException {
    return new Listed(
        new NewestFirst(
            row.getObject("created_date", OffsetDateTime.class).toInstant(), row.getString("id")),
        documents.read(row.getString("document"), CartSummary.class));
  }

  private record Listed(NewestFirst key, CartSummary cart) {}
}

package org.cartwright.carts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.json.Documents;
import org.cartwright.platform.paging.Page;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Carts as they are served, each from one row of the view {@code cart_document}. */
@Repository
@Transactional(readOnly = true)
class CartDocuments {

  /** So many rows are in memory at a time when everything is streamed. */
  private static final int FETCHED_AT_ONCE = 200;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate streaming;
  private final Documents documents;
  private final Clock clock;

  CartDocuments(JdbcClient jdbc, JdbcTemplate template, Documents documents, Clock clock) {
    this.jdbc = jdbc;
    this.documents = documents;
    this.clock = clock;
    var fetching = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
    fetching.setFetchSize(FETCHED_AT_ONCE);
    streaming = new NamedParameterJdbcTemplate(fetching);
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

  /** Hands over everything a query finds, one by one. */
  void each(CartQuery query, Consumer<CartSummary> reader) {
    RowCallbackHandler each =
        row -> reader.accept(documents.read(row.getString(1), CartSummary.class));
    streaming.query(query.allSql(), query.parameters(clock.instant()), each);
  }
}

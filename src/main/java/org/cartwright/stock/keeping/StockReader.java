package org.cartwright.stock.keeping;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cartwright.catalog.CatalogRows;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.PageQuery;
import org.cartwright.platform.paging.Paging;
import org.cartwright.stock.MovementKind;
import org.cartwright.stock.StockLedger;
import org.cartwright.stock.StockPolicy;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads how the stock of items stands and what moved from typed rows, a page with two statements.
 */
@Component
class StockReader {

  /** How much of the item of a row {@code x} is held now. */
  static final String RESERVED =
      """
      (select coalesce(sum(r.quantity), 0) from stock_reservation r
        where r.tenant_id = x.tenant_id and r.item_id = x.id and r.until_date > cartwright_now())\
      """;

  private static final KeyedQuery LEVELS =
      KeyedQuery.of(
          "select x.id, x.policy, x.on_hand, x.updated_date, "
              + RESERVED
              + " as reserved, "
              + CatalogRows.itemName("x", "id")
              + " as item_name from stock_level x where x.tenant_id = ? and x.id {keys}");

  /**
   * That less of an item is available than a number, which is asked for first and last, and the
   * tenant between. Of most items nothing is held.
   */
  private static final String FEWER =
      """
      x.policy <> 'UNTRACKED' and (x.on_hand < ? or x.id in (
          select r.item_id
            from stock_reservation r
            join stock_level l on l.tenant_id = r.tenant_id and l.id = r.item_id
           where r.tenant_id = ? and r.until_date > cartwright_now()
           group by r.item_id, l.on_hand
          having l.on_hand - sum(r.quantity) < ?))\
      """;

  /** Of an item's movements the k-th is the k-th that was written, so a page is found by number. */
  private static final String MOVEMENTS =
      """
      select m.number, m.kind, m.change, m.on_hand, m.reason, m.reference, m.key_id, m.provider_id,
             m.moment
        from stock_movement m
       where m.tenant_id = ? and m.item_id = ? and m.number <= ? and m.number > ?
       order by m.number desc
      """;

  private final JdbcClient jdbc;

  StockReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How an item stands, if anything was ever said of its stock. */
  Optional<StockDetail> level(String itemId) {
    return levels(List.of(itemId)).stream().findFirst();
  }

  private List<StockDetail> levels(Collection<String> itemIds) {
    return LEVELS.with(jdbc, CurrentTenant.id(), itemIds).query((row, n) -> level(row)).list();
  }

  /**
   * A page of the items of whose stock something was said.
   *
   * @param search what is part of the item's name, in any case
   * @param below less than this is available, of items that are tracked
   */
  Page<StockDetail> page(
      @Nullable String search,
      @Nullable StockPolicy policy,
      @Nullable BigDecimal below,
      String order,
      Paging paging) {
    var tenant = CurrentTenant.id();
    return new PageQuery("stock_level", tenant)
        .where(CatalogRows.isNamedLike("x", "id"), tenant, PageQuery.containing(search))
        .where("x.policy = ?", policy == null ? null : policy.name())
        .where(FEWER, below, tenant, below)
        .page(jdbc, order, paging)
        .read(ids -> KeyedQuery.inOrder(ids, levels(ids), StockDetail::itemId));
  }

  /** How many movements an item has. */
  int movements(String itemId) {
    return jdbc.sql("select l.movements from stock_level l where l.tenant_id = ? and l.id = ?")
        .params(CurrentTenant.id(), itemId)
        .query((row, n) -> row.getInt("movements"))
        .optional()
        .orElse(0);
  }

  /** Movements of an item by their numbers, the newest first. */
  List<MovementDetail> movements(String itemId, long newest, long beforeOldest) {
    return jdbc.sql(MOVEMENTS)
        .params(CurrentTenant.id(), itemId, newest, beforeOldest)
        .query((row, n) -> movement(row))
        .list();
  }

  private static StockDetail level(ResultSet row) throws SQLException {
    var standing = StockLedger.availability(row);
    return new StockDetail(
        row.getString("id"),
        row.getString("item_name"),
        standing.policy(),
        standing.onHand(),
        standing.reserved(),
        standing.available(),
        Columns.instant(row, "updated_date"));
  }

  private static MovementDetail movement(ResultSet row) throws SQLException {
    var kind = MovementKind.valueOf(row.getString("kind"));
    return new MovementDetail(
        row.getInt("number"),
        kind,
        kind.change(Columns.decimal(row, "change")),
        Columns.decimal(row, "on_hand"),
        row.getString("reason"),
        row.getString("reference"),
        row.getString("key_id"),
        row.getString("provider_id"),
        Columns.instant(row, "moment"));
  }
}

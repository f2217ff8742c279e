package org.cartwright.catalog.prices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what an item costs in markets from typed rows, each question with one statement. Archived
 * markets are not told. To see what was just changed, flush before.
 */
@Component
class MarketPriceReader {

  private static final String THERE_IS =
      "select i.id from item i where i.tenant_id = ? and i.id = ?";
  private static final String LOCK = THERE_IS + " for no key update";

  private static final String PRICES =
      """
      select m.id, m.code, m.currency, p.price
        from item_price p
             join market m on m.tenant_id = p.tenant_id and m.id = p.market_id
       where p.tenant_id = ? and p.item_id = ? and not m.is_archived
       order by m.is_default desc, lower(m.name), m.code
      """;

  private static final KeyedQuery PRICES_OF =
      KeyedQuery.of(
          """
          select p.item_id, m.id, m.code, m.currency, p.price
            from item_price p
                 join market m on m.tenant_id = p.tenant_id and m.id = p.market_id
           where p.tenant_id = ? and p.item_id {keys} and not m.is_archived
           order by p.item_id, m.is_default desc, lower(m.name), m.code
          """);

  private static final String TIERS =
      """
      select m.id, m.code, t.quantity, t.unit_price, t.percent_off
        from price_tier t
             join market m on m.tenant_id = t.tenant_id and m.id = t.market_id
       where t.tenant_id = ? and t.item_id = ? and not m.is_archived
       order by m.is_default desc, lower(m.name), m.code, t.quantity
      """;

  private final JdbcClient jdbc;

  MarketPriceReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether the tenant has an item with this id, archived or not. */
  boolean hasItem(String id) {
    return isFound(THERE_IS, id);
  }

  /** The same; until the end of the transaction nobody else changes it or what it costs. */
  boolean lockItem(String id) {
    return isFound(LOCK, id);
  }

  private boolean isFound(String sql, String id) {
    return jdbc.sql(sql)
        .param(CurrentTenant.id())
        .param(id)
        .query((row, n) -> row.getString("id"))
        .optional()
        .isPresent();
  }

  List<ItemPrice> prices(String itemId) {
    return jdbc.sql(PRICES)
        .param(CurrentTenant.id())
        .param(itemId)
        .query((row, n) -> price(row))
        .list();
  }

  /** What several items cost, by item. */
  Map<String, List<ItemPrice>> prices(Collection<String> itemIds) {
    var byItem = new HashMap<String, List<ItemPrice>>();
    PRICES_OF
        .with(jdbc, CurrentTenant.id(), itemIds)
        .query(
            row -> {
              byItem
                  .computeIfAbsent(row.getString("item_id"), item -> new ArrayList<>())
                  .add(price(row));
            });
    return byItem;
  }

  List<ItemTier> tiers(String itemId) {
    return jdbc.sql(TIERS)
        .param(CurrentTenant.id())
        .param(itemId)
        .query((row, n) -> tier(row))
        .list();
  }

  private static ItemPrice price(ResultSet row) throws SQLException {
    var currency = Currency.getInstance(row.getString("currency"));
    return new ItemPrice(
        row.getString("id"),
        row.getString("code"),
        currency.getCurrencyCode(),
        currency.getDefaultFractionDigits(),
        row.getLong("price"));
  }

  private static ItemTier tier(ResultSet row) throws SQLException {
    return new ItemTier(
        row.getString("id"),
        row.getString("code"),
        Columns.decimal(row, "quantity"),
        Columns.longOrNull(row, "unit_price"),
        Columns.decimalOrNull(row, "percent_off"));
  }
}

package org.cartwright.catalog.markets;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.SearchWords;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stands before somebody who sells in a market: the items that have a price there. */
@Service
public class MarketShelf {

  private static final String OFFERED =
      """
      select i.id, i.name, i.category, s.price, p.name as product, v.label,
             (select min(t.quantity) from price_tier t
               where t.tenant_id = i.tenant_id and t.item_id = i.id and t.market_id = s.market_id) as tier
        from item_price s
             join item i on i.tenant_id = s.tenant_id and i.id = s.item_id
             left join product_variant v on v.tenant_id = i.tenant_id and v.item_id = i.id
             left join product p on p.tenant_id = v.tenant_id and p.id = v.product_id
       where s.tenant_id = :tenant and s.market_id = :market and not i.is_archived
         and {goods}
       order by i.sort_order nulls last, lower(coalesce(p.name, i.name)), v.position, lower(i.name), i.id
       limit :most"""
          .replace(
              "{goods}",
              SearchWords.areIn("i.name", "i.brand_name", "i.category", "p.name", "v.label"));

  private final JdbcClient jdbc;

  MarketShelf(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An item on sale in the market.
   *
   * @param product of which it is a variant, and
   * @param options what it is called among these, if it is one
   * @param price in the smallest unit of the market's currency
   * @param tierFrom the least quantity from which on it costs something else, if there is one
   */
  public record Goods(
      String itemId,
      String name,
      @Nullable String product,
      @Nullable String options,
      @Nullable String category,
      long price,
      @Nullable BigDecimal tierFrom) {

    static Goods read(ResultSet row, int number) throws SQLException {
      return new Goods(
          row.getString("id"),
          row.getString("name"),
          row.getString("product"),
          row.getString("label"),
          row.getString("category"),
          row.getLong("price"),
          Columns.decimalOrNull(row, "tier"));
    }
  }

  /**
   * What has all words of a search in its name, brand or category or in its variant's; in the
   * shop's order.
   */
  @Transactional(readOnly = true)
  public List<Goods> find(String marketId, String search, int atMost) {
    return jdbc.sql(OFFERED)
        .param("tenant", CurrentTenant.id())
        .param("market", marketId)
        .param("patterns", SearchWords.patterns(search))
        .param("most", atMost)
        .query(Goods::read)
        .list();
  }
}

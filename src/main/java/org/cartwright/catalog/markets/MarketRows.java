package org.cartwright.catalog.markets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.pricing.taxes.TaxMode;

/** How a market is read beside the rows that are sold in it, by their {@code market_id}. */
public final class MarketRows {

  /** The columns to select of a market, which stands in the statement as {@code m}. */
  public static final String COLUMNS =
      """
      m.id as m_id, m.code as m_code, m.name as m_name, m.countries as m_countries, m.currency as m_currency,
      m.prices_include_tax as m_prices_include_tax, m.is_default as m_is_default, m.is_archived as m_is_archived\
      """;

  private MarketRows() {}

  /** What joins the market of a row, which always has one. */
  public static String joinedTo(String alias) {
    return "join market m on m.tenant_id = %1$s.tenant_id and m.id = %1$s.market_id"
        .formatted(alias);
  }

  /**
   * Whether the item of a row has a price in a market: an expression.
   *
   * @param alias of the row with the {@code item_id}
   * @param where of the row with the {@code market_id}
   */
  public static String sells(String alias, String where) {
    return """
        exists (select from item_price s
                 where s.tenant_id = %1$s.tenant_id and s.item_id = %1$s.item_id and s.market_id = %2$s.market_id)\
        """
        .formatted(alias, where);
  }

  /** The market in the columns of a row. */
  public static MarketTerms read(ResultSet row) throws SQLException {
    return new MarketTerms(
        row.getString("m_id"),
        row.getString("m_code"),
        row.getString("m_name"),
        Columns.strings(row, "m_countries"),
        Currency.getInstance(row.getString("m_currency")),
        row.getBoolean("m_prices_include_tax") ? TaxMode.INCLUSIVE : TaxMode.EXCLUSIVE,
        row.getBoolean("m_is_default"),
        row.getBoolean("m_is_archived"));
  }
}

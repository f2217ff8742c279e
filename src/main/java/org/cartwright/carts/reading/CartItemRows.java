package org.cartwright.carts.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.cartwright.carts.api.CartItem;
import org.cartwright.catalog.CatalogRows;
import org.cartwright.lines.stored.DiscountRows;
import org.cartwright.platform.jdbc.Columns;

/** How a line of a cart is read that a statement joins {@link CatalogRows} to. */
public final class CartItemRows {

  private CartItemRows() {}

  /** The line a row is of. */
  public static CartItem read(ResultSet row) throws SQLException {
    var name = row.getString("name");
    return new CartItem(
        row.getString("id"),
        row.getString("cart_id"),
        row.getString("item_id"),
        row.getString("package_id"),
        Columns.decimal(row, "quantity"),
        row.getLong("unit_price"),
        row.getLong("discount_amount"),
        DiscountRows.percentage(row),
        row.getLong("tax_amount"),
        row.getLong("total_price"),
        row.getString("notes"),
        CatalogRows.item(row, name),
        CatalogRows.pack(row, name),
        Columns.instant(row, "created_date"),
        Columns.instant(row, "updated_date"));
  }
}

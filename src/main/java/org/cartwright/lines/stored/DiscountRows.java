package org.cartwright.lines.stored;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.pricing.Discount;

/** Reads the discount in the columns {@code discount_kind} and {@code discount_value} of a row. */
public final class DiscountRows {

  private DiscountRows() {}

  /** The discount in percent; one of another kind is 0 percent. */
  public static BigDecimal percentage(ResultSet row) throws SQLException {
    return row.getString("discount_kind").equals(Discount.Kind.PERCENT.name())
        ? Columns.decimal(row, "discount_value")
        : BigDecimal.ZERO;
  }
}

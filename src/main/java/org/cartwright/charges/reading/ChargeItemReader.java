package org.cartwright.charges.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cartwright.catalog.CatalogRows;
import org.cartwright.charges.bill.BilledTaxesConverter;
import org.cartwright.platform.jdbc.RowQuery;

/** Reads what is on charges, with what the catalog says of it today. */
public final class ChargeItemReader {

  private static final String ITEMS =
      """
      select l.id, l.charge_id, l.name, l.quantity, l.price, l.discount_amount, l.tax_amount, l.taxes, %s
        from charge_item l %s
       where l.tenant_id = ? and l.charge_id {wanted}
       order by l.charge_id, l.position\
      """
          .formatted(CatalogRows.COLUMNS, CatalogRows.joinedTo("l"));

  private ChargeItemReader() {}

  /** Reads everything on these charges, in its order. */
  public static RowQuery<ChargeItemRow> of(ChargeSelection wanted) {
    return wanted.reading(ITEMS, (row, n) -> item(row));
  }

  /** The same by the ids of the charges. */
  static Map<String, List<ChargeItemRow>> byCharge(List<ChargeItemRow> items) {
    return items.stream().collect(Collectors.groupingBy(ChargeItemRow::chargeId));
  }

  private static ChargeItemRow item(ResultSet row) throws SQLException {
    var name = row.getString("name");
    return new ChargeItemRow(
        row.getString("id"),
        row.getString("charge_id"),
        name,
        row.getInt("quantity"),
        row.getLong("price"),
        row.getLong("discount_amount"),
        row.getLong("tax_amount"),
        BilledTaxesConverter.read(row.getString("taxes")),
        CatalogRows.item(row, name),
        CatalogRows.pack(row, name));
  }
}

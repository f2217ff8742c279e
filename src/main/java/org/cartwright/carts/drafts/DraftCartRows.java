package org.cartwright.carts.drafts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Objects;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.reading.CartItemRows;
import org.cartwright.catalog.CatalogRows;
import org.cartwright.catalog.markets.MarketRows;
import org.cartwright.lines.stored.DiscountRows;
import org.cartwright.patients.PatientContactRows;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.jdbc.RowQuery;
import org.cartwright.pricing.LineKind;
import org.cartwright.pricing.PriceSource;
import org.cartwright.tenancy.CurrentTenant;

/**
 * How carts that are sold in a market are read by whoever knows what else there is of them, on a
 * round trip of theirs. One without a customer is found only here.
 */
public final class DraftCartRows {

  private static final KeyedQuery CARTS =
      KeyedQuery.of(
          """
          select c.id, c.discount_amount, c.coupon_amount, c.discount_kind, c.discount_value, c.fee, c.tax_amount,
                 c.total, c.subtotal,
                 case when c.reserved_until > cartwright_now() then c.reserved_until end as reserved_until, c.tax_exempt, c.coupon_code, c.created_date, c.updated_date, c.expires_date,
                 cart_status_at(c.status, c.expires_date, c.quote_id, c.quote_valid_until,
                                case when c.quote_id is not null then
                                    cart_other_quote(c.tenant_id, c.id, c.quote_valid_until, cartwright_now()) end,
                                cartwright_now()) as status,
                 c.quote_id is not null and c.status = 'DRAFT'
                     and (c.quote_valid_until is null or c.quote_valid_until > cartwright_now()
                          or cart_other_quote(c.tenant_id, c.id, c.quote_valid_until, cartwright_now()) = 'WAITING')
                     as is_held,
                 %s, %s
            from cart c %s %s
           where c.tenant_id = ? and c.id {keys} and c.archived_date is null and c.market_id is not null
          """
              .formatted(
                  MarketRows.COLUMNS,
                  PatientContactRows.COLUMNS,
                  MarketRows.joinedTo("c"),
                  PatientContactRows.joinedTo("c")));

  private static final KeyedQuery LINES =
      KeyedQuery.of(
          """
          select l.id, l.cart_id, l.item_id, l.package_id, l.name, l.quantity, l.unit_price, l.discount_amount,
                 l.discount_kind, l.discount_value, l.tax_amount, l.total_price, l.notes, l.created_date, l.updated_date,
                 l.share, l.kind, l.price_source, l.tier_from, %s as is_sold, %s as variant, %s
            from cart_line l
                 join cart c on c.tenant_id = l.tenant_id and c.id = l.cart_id
                 %s
           where l.tenant_id = ? and l.cart_id {keys}
           order by l.cart_id, l.position
          """
              .formatted(
                  MarketRows.sells("l", "c"),
                  CatalogRows.variant("l"),
                  CatalogRows.COLUMNS,
                  CatalogRows.joinedTo("l")));

  private DraftCartRows() {}

  /** Reads those of these carts that are sold in a market and not archived. */
  public static RowQuery<DraftCartRow> carts(Collection<String> ids) {
    return CARTS.reading(CurrentTenant.id(), ids, (row, n) -> cart(row));
  }

  /** Reads the lines of these carts in their order, the fee included. */
  public static RowQuery<DraftLineRow> lines(Collection<String> cartIds) {
    return LINES.reading(CurrentTenant.id(), cartIds, (row, n) -> line(row));
  }

  private static DraftCartRow cart(ResultSet row) throws SQLException {
    return new DraftCartRow(
        row.getString("id"),
        MarketRows.read(row),
        PatientContactRows.read(row),
        CartStatus.valueOf(row.getString("status")),
        row.getBoolean("is_held"),
        row.getLong("subtotal"),
        row.getLong("discount_amount"),
        row.getLong("coupon_amount"),
        DiscountRows.percentage(row),
        row.getLong("fee"),
        row.getLong("tax_amount"),
        row.getLong("total"),
        row.getBoolean("tax_exempt"),
        row.getString("coupon_code"),
        Columns.instantOrNull(row, "reserved_until"),
        Columns.instant(row, "created_date"),
        Columns.instant(row, "updated_date"),
        Columns.instantOrNull(row, "expires_date"));
  }

  private static DraftLineRow line(ResultSet row) throws SQLException {
    var line = CartItemRows.read(row);
    var source = Objects.requireNonNull(Columns.nameOrNull(row, "price_source", PriceSource.class));
    return new DraftLineRow(
        line,
        row.getLong("share"),
        Objects.requireNonNull(Columns.nameOrNull(row, "kind", LineKind.class)),
        source,
        Columns.decimalOrNull(row, "tier_from"),
        row.getString("variant"),
        row.getBoolean("is_sold") && source != PriceSource.NONE,
        (line.item() != null && line.item().isArchived())
            || (line.packageOffered() != null && line.packageOffered().isArchived()));
  }
}

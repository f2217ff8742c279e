package org.cartwright.carts;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.cartwright.pricing.Cents;
import org.cartwright.pricing.Discount;
import org.cartwright.pricing.PriceSource;
import org.cartwright.pricing.Quantity;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines of carts, read and stored as a whole: one statement each, whether a cart has one line
 * or five hundred. That is why they are not mapped as entities, which would be stored one by one.
 */
@Repository
class CartLines {

  private static final String READ =
      """
      select id, item_id, package_id, name, quantity, unit_price, price_source, discount_kind, discount_value,
             gross, discount_amount, total_price, share, tax_amount, taxes, notes, created_date, updated_date
      from cart_line
      where tenant_id = ? and cart_id = ?
      order by position
      """;

  private static final String STORE =
      """
      with wanted as (
          select *
          from jsonb_to_recordset(:lines::jsonb) as l (
              id text, position integer, item_id text, package_id text, name text, quantity numeric,
              unit_price bigint, price_source text, discount_kind text, discount_value numeric, gross bigint,
              discount_amount bigint, total_price bigint, share bigint, tax_amount bigint, taxes jsonb, notes text,
              created_date timestamptz, updated_date timestamptz)
      ), gone as (
          delete from cart_line
          where tenant_id = :tenant and cart_id = :cart and id not in (select id from wanted)
      )
      insert into cart_line as present (
          tenant_id, cart_id, id, position, item_id, package_id, name, quantity, unit_price, price_source,
          discount_kind, discount_value, gross, discount_amount, total_price, share, tax_amount, taxes, notes,
          created_date, updated_date)
      select :tenant, :cart, id, position, item_id, package_id, name, quantity, unit_price, price_source,
             discount_kind, discount_value, gross, discount_amount, total_price, share, tax_amount, taxes, notes,
             created_date, updated_date
      from wanted
      on conflict (tenant_id, id) do update set
          position = excluded.position, quantity = excluded.quantity, unit_price = excluded.unit_price,
          price_source = excluded.price_source, discount_kind = excluded.discount_kind,
          discount_value = excluded.discount_value, gross = excluded.gross,
          discount_amount = excluded.discount_amount, total_price = excluded.total_price, share = excluded.share,
          tax_amount = excluded.tax_amount, taxes = excluded.taxes, notes = excluded.notes,
          updated_date = excluded.updated_date
      where present.cart_id = excluded.cart_id and present is distinct from excluded
      """;

  private static final TypeReference<List<LineTax>> TAXES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  CartLines(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The lines of a cart, in served order. */
  List<CartLine> of(String cartId) {
    return jdbc.sql(READ)
        .param(CurrentTenant.id())
        .param(cartId)
        .query((row, n) -> line(row))
        .list();
  }

  /**
   * Stores the lines of a cart as they now are: changed ones, new ones, and without those that are
   * gone.
   */
  void store(Cart cart) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < cart.lines().size(); i++) {
      rows.add(Row.of(cart.lines().get(i), i));
    }
    jdbc.sql(STORE)
        .param("lines", json.writeValueAsString(rows))
        .param("tenant", CurrentTenant.id())
        .param("cart", cart.id())
        .update();
  }

  private CartLine line(ResultSet row) throws SQLException {
    var figures =
        new LineFigures(
            cents(row, "gross"),
            cents(row, "discount_amount"),
            cents(row, "total_price"),
            cents(row, "share"),
            cents(row, "tax_amount"),
            json.readValue(row.getString("taxes"), TAXES));
    return new CartLine(
        row.getString("id"),
        new Product(row.getString("item_id"), row.getString("package_id")),
        row.getString("name"),
        new Quantity(row.getBigDecimal("quantity")),
        cents(row, "unit_price"),
        PriceSource.valueOf(row.getString("price_source")),
        Discount.of(
            Discount.Kind.valueOf(row.getString("discount_kind")),
            row.getBigDecimal("discount_value")),
        row.getString("notes"),
        figures,
        instant(row, "created_date"),
        instant(row, "updated_date"));
  }

  private static Cents cents(ResultSet row, String column) throws SQLException {
    return new Cents(row.getLong(column));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** A row of the table, its fields named as the columns are. */
  @SuppressWarnings("MemberName")
  private record Row(
      String id,
      int position,
      @Nullable String item_id,
      @Nullable String package_id,
      String name,
      BigDecimal quantity,
      long unit_price,
      PriceSource price_source,
      Discount.Kind discount_kind,
      BigDecimal discount_value,
      long gross,
      long discount_amount,
      long total_price,
      long share,
      long tax_amount,
      List<LineTax> taxes,
      @Nullable String notes,
      Instant created_date,
      Instant updated_date) {

    static Row of(CartLine line, int position) {
      var figures = line.figures();
      return new Row(
          line.id(),
          position,
          line.product().itemId(),
          line.product().packageId(),
          line.name(),
          line.quantity().value(),
          line.unitPrice().value(),
          line.priceSource(),
          line.discount().kind(),
          line.discount().value(),
          figures.gross().value(),
          figures.discount().value(),
          figures.net().value(),
          figures.share().value(),
          figures.tax().value(),
          figures.taxes(),
          line.notes(),
          line.createdDate(),
          line.updatedDate());
    }
  }
}

package org.cartwright.lines;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.cartwright.pricing.Cents;
import org.cartwright.pricing.Discount;
import org.cartwright.pricing.PriceSource;
import org.cartwright.pricing.Quantity;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table of lines, which are read and stored as a whole: one statement each, whether a document
 * has one line or five hundred. That is why lines are not mapped as entities, which would be stored
 * one by one.
 */
public final class LineTable {

  private static final String READ_FROM =
      """
      select id, item_id, package_id, name, quantity, unit_price, price_source, discount_kind, discount_value,
             gross, discount_amount, total_price, share, tax_amount, taxes, {notes} as notes, created_date, updated_date
      from {table}
      where tenant_id = ? and {owner} = ?
      order by position
      """;

  private static final String STORE_IN =
      """
      with wanted as (
          select *
          from jsonb_to_recordset(:lines::jsonb) as l (
              id text, position integer, item_id text, package_id text, name text, quantity numeric,
              unit_price bigint, price_source text, discount_kind text, discount_value numeric, gross bigint,
              discount_amount bigint, total_price bigint, share bigint, tax_amount bigint, taxes jsonb, notes text,
              created_date timestamptz, updated_date timestamptz)
      ), gone as (
          delete from {table}
          where tenant_id = :tenant and {owner} = :owner and id not in (select id from wanted)
      )
      insert into {table} as present (
          tenant_id, {owner}, id, position, item_id, package_id, name, quantity, unit_price, price_source,
          discount_kind, discount_value, gross, discount_amount, total_price, share, tax_amount, taxes, {notes},
          created_date, updated_date)
      select :tenant, :owner, id, position, item_id, package_id, name, quantity, unit_price, price_source,
             discount_kind, discount_value, gross, discount_amount, total_price, share, tax_amount, taxes, notes,
             created_date, updated_date
      from wanted
      on conflict ({key}) do update set
          position = excluded.position, quantity = excluded.quantity, unit_price = excluded.unit_price,
          price_source = excluded.price_source, discount_kind = excluded.discount_kind,
          discount_value = excluded.discount_value, gross = excluded.gross,
          discount_amount = excluded.discount_amount, total_price = excluded.total_price, share = excluded.share,
          tax_amount = excluded.tax_amount, taxes = excluded.taxes, {notes} = excluded.{notes},
          updated_date = excluded.updated_date
      where present.{owner} = excluded.{owner} and present is distinct from excluded
      """;

  private static final TypeReference<List<LineTax>> TAXES = new TypeReference<>() {};

  private final String read;
  private final String store;
  private final JdbcClient jdbc;
  private final JsonMapper json;

  /**
   * @param table the table's name
   * @param owner the column that says whose lines they are
   * @param notes the column of what is said about a line
   * @param key the columns of the primary key
   */
  public LineTable(
      String table, String owner, String notes, String key, JdbcClient jdbc, JsonMapper json) {
    UnaryOperator<String> named =
        sql ->
            sql.replace("{table}", table)
                .replace("{owner}", owner)
                .replace("{notes}", notes)
                .replace("{key}", key);
    read = named.apply(READ_FROM);
    store = named.apply(STORE_IN);
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The lines of a cart or quote, in served order. */
  public List<LineItem> of(String owner) {
    return jdbc.sql(read)
        .param(CurrentTenant.id())
        .param(owner)
        .query((row, n) -> line(row))
        .list();
  }

  /**
   * Stores the lines of a cart or quote as they now are: changed ones, new ones, and without those
   * that are gone.
   */
  public void store(String owner, List<LineItem> lines) {
    var rows = new ArrayList<Row>();
    for (var line : lines) {
      rows.add(Row.of(line, rows.size()));
    }
    jdbc.sql(store)
        .param("lines", json.writeValueAsString(rows))
        .param("tenant", CurrentTenant.id())
        .param("owner", owner)
        .update();
  }

  private LineItem line(ResultSet row) throws SQLException {
    var figures =
        new LineFigures(
            cents(row, "gross"),
            cents(row, "discount_amount"),
            cents(row, "total_price"),
            cents(row, "share"),
            cents(row, "tax_amount"),
            json.readValue(row.getString("taxes"), TAXES));
    return new LineItem(
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

    static Row of(LineItem line, int position) {
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

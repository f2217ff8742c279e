package org.cartwright.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.SearchWords;
import org.cartwright.pricing.taxes.ItemType;
import org.jspecify.annotations.Nullable;

/**
 * How other modules read items and packages beside their own rows: their statement takes the
 * columns and the join, and each row is read with {@link #item} or {@link #pack}.
 */
public final class CatalogRows {

  /**
   * The columns to select of an item and a package, which stand in the statement as {@code i} and
   * {@code k}.
   */
  public static final String COLUMNS =
      """
      i.id as i_id, i.brand_name as i_brand_name, i.description as i_description, i.price as i_price,
      i.category as i_category, i.unit as i_unit, i.is_physical as i_is_physical, i.is_archived as i_is_archived,
      i.internal_notes as i_internal_notes, i.sort_order as i_sort_order,
      i.allow_custom_pricing as i_allow_custom_pricing, i.type as i_type, i.external_id as i_external_id,
      i.exempted_tax_ids as i_exempted_tax_ids, i.cost as i_cost,
      k.id as k_id, k.description as k_description, k.is_archived as k_is_archived, k.price as k_price,
      k.external_id as k_external_id
      """;

  private CatalogRows() {}

  /**
   * What the item of a row is called among the variants of its product, as in "Large / Blue": an
   * expression, and null for an item that is no variant.
   *
   * @param alias of the row with the {@code item_id}
   */
  public static String variant(String alias) {
    return "(select v.label from product_variant v where v.tenant_id = %1$s.tenant_id and v.item_id = %1$s.item_id)"
        .formatted(alias);
  }

  /** What joins the item or package that {@code item_id} or {@code package_id} of a row names. */
  public static String joinedTo(String alias) {
    return """
        left join item i on i.tenant_id = %1$s.tenant_id and i.id = %1$s.item_id
        left join package k on k.tenant_id = %1$s.tenant_id and k.id = %1$s.package_id
        """
        .formatted(alias);
  }

  /** The name that the catalog has now for the item whose id is in a column of a row. */
  public static String itemName(String alias, String column) {
    return "(select i.name from item i where i.tenant_id = %1$s.tenant_id and i.id = %1$s.%2$s)"
        .formatted(alias, column);
  }

  /**
   * That the item whose id is in a column of a row is called like this: a condition that asks for
   * the tenant and a pattern, and looks through the items once however many rows there are.
   */
  public static String isNamedLike(String alias, String column) {
    return "%s.%s in (select i.id from item i where i.tenant_id = ? and %s)"
        .formatted(alias, column, SearchWords.isIn("i.name"));
  }

  /**
   * The item in the columns of a row, if it has one.
   *
   * @param name under which it is shown
   */
  public static @Nullable ItemTiny item(ResultSet row, String name) throws SQLException {
    var id = row.getString("i_id");
    return id == null
        ? null
        : new ItemTiny(
            id,
            name,
            row.getString("i_brand_name"),
            row.getString("i_description"),
            row.getLong("i_price"),
            row.getString("i_category"),
            Columns.nameOrNull(row, "i_unit", Unit.class),
            row.getBoolean("i_is_physical"),
            row.getBoolean("i_is_archived"),
            row.getString("i_internal_notes"),
            Columns.intOrNull(row, "i_sort_order"),
            row.getBoolean("i_allow_custom_pricing"),
            Objects.requireNonNull(Columns.nameOrNull(row, "i_type", ItemType.class)),
            row.getString("i_external_id"),
            Columns.stringsOrNull(row, "i_exempted_tax_ids"),
            Columns.longOrNull(row, "i_cost"));
  }

  /**
   * The package in the columns of a row, if it has one.
   *
   * @param name under which it is shown
   */
  public static @Nullable PackageTiny pack(ResultSet row, String name) throws SQLException {
    var id = row.getString("k_id");
    return id == null
        ? null
        : new PackageTiny(
            id,
            name,
            row.getString("k_description"),
            row.getBoolean("k_is_archived"),
            row.getLong("k_price"),
            row.getString("k_external_id"));
  }
}

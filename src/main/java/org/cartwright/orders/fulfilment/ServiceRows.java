package org.cartwright.orders.fulfilment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.cartwright.orders.api.Address;
import org.cartwright.orders.api.FulfilmentCategory;
import org.cartwright.platform.jdbc.Columns;
import org.jspecify.annotations.Nullable;

/** How a fulfilment service is read beside the rows that name it by their {@code service_id}. */
public final class ServiceRows {

  /** The columns to select of a service, which stands in the statement as {@code f}. */
  public static final String COLUMNS =
      """
      f.id as f_id, f.market_id as f_market_id, f.category as f_category, f.name as f_name, f.item_id as f_item_id,
      f.outlet_name, f.outlet_line1, f.outlet_line2, f.outlet_city, f.outlet_region, f.outlet_postal_code,
      f.outlet_country, f.is_active and f.archived_date is null as f_is_offered\
      """;

  private ServiceRows() {}

  /** What joins the service that a row names, if it names one. */
  public static String joinedTo(String alias) {
    return "left join fulfilment_service f on f.tenant_id = %1$s.tenant_id and f.id = %1$s.service_id"
        .formatted(alias);
  }

  /** The service in the columns of a row, if there is one. */
  public static @Nullable ServiceTerms read(ResultSet row) throws SQLException {
    var id = row.getString("f_id");
    return id == null
        ? null
        : new ServiceTerms(
            id,
            row.getString("f_market_id"),
            Objects.requireNonNull(Columns.nameOrNull(row, "f_category", FulfilmentCategory.class)),
            row.getString("f_name"),
            row.getString("f_item_id"),
            address(row, "outlet"),
            row.getBoolean("f_is_offered"));
  }

  /** The address in the columns that begin with a word, if there is one. */
  public static @Nullable Address address(ResultSet row, String prefix) throws SQLException {
    var country = row.getString(prefix + "_country");
    return country == null
        ? null
        : new Address(
            row.getString(prefix + "_name"),
            row.getString(prefix + "_line1"),
            row.getString(prefix + "_line2"),
            row.getString(prefix + "_city"),
            row.getString(prefix + "_region"),
            row.getString(prefix + "_postal_code"),
            country);
  }
}

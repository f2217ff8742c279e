package org.cartwright.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.staff.api.ProviderTiny;
import org.cartwright.staff.api.UserTiny;
import org.cartwright.staff.api.UserType;
import org.jspecify.annotations.Nullable;

/**
 * How other modules read a provider beside their own rows: their statement takes {@link #COLUMNS}
 * and {@link #joinedTo}, and each row is read with {@link #read}; or {@link #USER_COLUMNS} and
 * {@link #user}.
 */
public final class ProviderRows {

  /** The columns to select of a provider, who stands in the statement as {@code s}. */
  public static final String COLUMNS =
      "s.id as s_id, s.first_name as s_first_name, s.last_name as s_last_name, s.email as s_email,"
          + " s.created_date as s_created_date";

  /** The same columns and those that {@link #user} reads besides. */
  public static final String USER_COLUMNS =
      COLUMNS
          + ", s.phone_number as s_phone_number, s.primary_location_id as s_primary_location_id";

  private ProviderRows() {}

  /**
   * What joins the provider whom {@code creator_id} and {@code tenant_id} of a row name, if any.
   */
  public static String joinedTo(String alias) {
    return joinedTo(alias, "creator_id");
  }

  /** The same where another column names the provider. */
  public static String joinedTo(String alias, String column) {
    return "left join provider s on s.tenant_id = %1$s.tenant_id and s.id = %1$s.%2$s"
        .formatted(alias, column);
  }

  /** The provider in the columns of a row, if it has one. */
  public static @Nullable ProviderTiny read(ResultSet row) throws SQLException {
    var id = row.getString("s_id");
    return id == null
        ? null
        : new ProviderTiny(
            id,
            row.getString("s_first_name"),
            row.getString("s_last_name"),
            row.getString("s_email"),
            Columns.instant(row, "s_created_date"));
  }

  /** The provider in the columns of a row, if it has one, as the user who did something. */
  public static @Nullable UserTiny user(ResultSet row) throws SQLException {
    var id = row.getString("s_id");
    return id == null
        ? null
        : new UserTiny(
            id,
            row.getString("s_first_name"),
            row.getString("s_last_name"),
            row.getString("s_phone_number"),
            row.getString("s_email"),
            UserType.PROVIDER,
            row.getString("s_primary_location_id"));
  }
}

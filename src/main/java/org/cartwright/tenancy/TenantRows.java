package org.cartwright.tenancy;

import java.util.List;
import org.cartwright.platform.jdbc.RowQuery;

/** What other modules read of the clinic that is asking, beside their own rows. */
public final class TenantRows {

  private TenantRows() {}

  /** Reads in which currency the clinic is paid: one row, as in {@code USD}. */
  public static RowQuery<String> currency() {
    return new RowQuery<>(
        "select currency from tenant where id = ?",
        List.of(CurrentTenant.id()),
        (row, n) -> row.getString("currency"));
  }
}

package org.cartwright.tenancy;

import java.util.List;
import org.cartwright.platform.rows.Reading;

/** What other modules read of the clinic that is asking, beside their own rows. */
public final class TenantRows {

  private TenantRows() {}

  /** Reads in which currency the clinic is paid: one row, as in {@code USD}. */
  public static Reading<String> currency() {
    return new Reading<>(
        "select currency from tenant where id = ?",
        List.of(CurrentTenant.id()),
        (row, n) -> row.getString("currency"));
  }
}

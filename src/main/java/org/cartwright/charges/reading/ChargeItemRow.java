package org.cartwright.charges.reading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.cartwright.catalog.ItemTiny;
import org.cartwright.catalog.PackageTiny;
import org.cartwright.charges.api.ChargeItemDetail;
import org.cartwright.charges.bill.BilledTax;
import org.jspecify.annotations.Nullable;

/**
 * Something on a charge as its row tells it.
 *
 * @param item what the catalog says of the item today, or
 * @param pack of the package
 */
public record ChargeItemRow(
    String id,
    String chargeId,
    String name,
    int quantity,
    long price,
    long discountAmount,
    long taxAmount,
    List<BilledTax> taxes,
    @Nullable ItemTiny item,
    @Nullable PackageTiny pack) {

  public @Nullable String itemId() {
    return item == null ? null : item.id();
  }

  /**
   * The same as its charge shows it, with the item it is.
   *
   * @param locationId of the charge
   * @param saleDate when the charge was opened
   */
  ChargeItemDetail detail(@Nullable String locationId, Instant saleDate) {
    return new ChargeItemDetail(
        id,
        itemId(),
        chargeId,
        name,
        null,
        quantity,
        discountAmount,
        BigDecimal.ZERO,
        null,
        price,
        null,
        null,
        null,
        null,
        null,
        taxAmount,
        null,
        null,
        item,
        locationId,
        null,
        saleDate);
  }
}

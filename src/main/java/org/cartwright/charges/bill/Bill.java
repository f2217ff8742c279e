package org.cartwright.charges.bill;

import java.util.Currency;
import java.util.List;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.taxes.TaxMode;
import org.jspecify.annotations.Nullable;

/**
 * What a charge is opened from: who owes what for which things. The figures are those the things
 * were priced with; holding a bill proves that they add up.
 *
 * @param source what it was made of
 * @param creatorId the provider who made that
 * @param externalId what another system calls the charge
 * @param currency what all amounts are in
 * @param taxMode whether the taxes come on top of the items' prices or are inside
 * @param total the sum of what is to be paid for the items
 */
public record Bill(
    BillSource source,
    String patientId,
    @Nullable String creatorId,
    @Nullable String description,
    @Nullable String externalId,
    @Nullable String locationId,
    @Nullable String eventId,
    Currency currency,
    TaxMode taxMode,
    Cents total,
    List<BillItem> items) {

  public Bill {
    items = List.copyOf(items);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("a bill for nothing");
    }
    if (!Cents.sum(items.stream().map(item -> item.total(taxMode)).toList()).equals(total)) {
      throw new IllegalArgumentException("the items do not add up to the total");
    }
  }

  /** The same for what is made of its source, which is to be charged in its place. */
  public Bill of(BillSource another, String itsDescription) {
    return new Bill(
        another,
        patientId,
        creatorId,
        itsDescription,
        externalId,
        locationId,
        eventId,
        currency,
        taxMode,
        total,
        items);
  }
}

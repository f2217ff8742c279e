package org.cartwright.charges.reading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.cartwright.charges.api.ChargeDetail;
import org.cartwright.charges.api.ChargeDetailWithItems;
import org.cartwright.charges.api.ChargeItem;
import org.cartwright.charges.api.ChargePaymentDetail;
import org.cartwright.charges.bill.Balance;
import org.cartwright.patients.PatientRow;
import org.cartwright.patients.api.PatientSummary;
import org.cartwright.pricing.taxes.TaxMode;
import org.jspecify.annotations.Nullable;

/** A charge as one row tells it: without its items, payments and refunds. */
public record ChargeRow(
    String id,
    PatientRow patient,
    @Nullable String creatorId,
    @Nullable String description,
    @Nullable String externalId,
    @Nullable String locationId,
    @Nullable String eventId,
    Currency currency,
    TaxMode taxMode,
    long total,
    Instant createdDate,
    boolean isVoid) {

  /** How the charge stands after these payments and their refunds. */
  public Balance balance(List<PaymentRow> paid) {
    return Balance.of(total, isVoid, paid.stream().flatMap(PaymentRow::entries));
  }

  /** The charge as it is opened: nothing was paid yet. */
  ChargeDetail opened(PatientSummary itsPatient, List<ChargeItem> items) {
    var balance = Balance.ofNew(total);
    return new ChargeDetail(
        id,
        itsPatient.id(),
        itsPatient,
        total,
        balance.outstanding(),
        description,
        balance.status(),
        0,
        BigDecimal.ZERO,
        externalId,
        null,
        null,
        createdDate,
        creatorId,
        items,
        List.of(),
        locationId,
        eventId,
        null,
        null,
        null,
        null,
        List.of(),
        List.of());
  }

  ChargeDetailWithItems detail(
      PatientSummary itsPatient,
      Balance balance,
      List<ChargeItemRow> items,
      List<ChargePaymentDetail> payments) {
    return new ChargeDetailWithItems(
        id,
        itsPatient.id(),
        itsPatient,
        total,
        balance.outstanding(),
        description,
        balance.status(),
        0,
        BigDecimal.ZERO,
        externalId,
        null,
        null,
        createdDate,
        creatorId,
        items.stream().map(item -> item.detail(locationId, createdDate)).toList(),
        List.of(),
        locationId,
        eventId,
        null,
        null,
        null,
        null,
        payments,
        List.of());
  }
}

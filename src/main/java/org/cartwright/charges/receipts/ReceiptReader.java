package org.cartwright.charges.receipts;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cartwright.charges.bill.Balance;
import org.cartwright.charges.reading.ChargeItemReader;
import org.cartwright.charges.reading.ChargeItemRow;
import org.cartwright.charges.reading.ChargeReader;
import org.cartwright.charges.reading.ChargeRow;
import org.cartwright.charges.reading.ChargeSelection;
import org.cartwright.charges.reading.PaymentReader;
import org.cartwright.charges.reading.PaymentRow;
import org.cartwright.patients.api.PatientSummary;
import org.cartwright.platform.jdbc.RoundTrip;
import org.cartwright.pricing.taxes.ItemType;
import org.cartwright.tenancy.Tenant;
import org.cartwright.tenancy.Tenants;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Reads receipts from typed rows, as {@link ChargeReader} does charges: one round trip, and one for
 * the clinic.
 */
@Component
class ReceiptReader {

  private final JdbcOperations jdbc;
  private final ChargeReader charges;
  private final Tenants tenants;

  ReceiptReader(JdbcOperations jdbc, ChargeReader charges, Tenants tenants) {
    this.jdbc = jdbc;
    this.charges = charges;
    this.tenants = tenants;
  }

  /** The receipt of a payment, if there is one with this id. */
  Optional<Receipt> read(String paymentId) {
    var wanted = ChargeSelection.paidBy(paymentId);
    var trip = new RoundTrip(jdbc);
    var found = trip.ask(charges.rows(wanted));
    var items = trip.ask(ChargeItemReader.of(wanted));
    var entries = trip.ask(PaymentReader.of(wanted));
    trip.make();
    return found.rows().stream()
        .findFirst()
        .map(
            charge ->
                receipt(
                    paymentId,
                    charge,
                    items.rows(),
                    PaymentReader.byCharge(entries.rows()).getOrDefault(charge.id(), List.of())));
  }

  private Receipt receipt(
      String paymentId, ChargeRow charge, List<ChargeItemRow> items, List<PaymentRow> paid) {
    var clinic = tenants.current();
    var payments = paid.stream().map(payment -> payment.detail(charge.patient().id())).toList();
    return new Receipt(
        of(clinic),
        of(charge.patient().untagged()),
        payments.stream()
            .filter(payment -> payment.id().equals(paymentId))
            .findFirst()
            .orElseThrow(),
        of(charge, charge.balance(paid)),
        items.stream().map(ReceiptReader::of).toList(),
        payments);
  }

  private static Receipt.Clinic of(Tenant clinic) {
    return new Receipt.Clinic(
        clinic.name(),
        clinic.logoUrl(),
        clinic.homePage(),
        clinic.phoneNumber(),
        clinic.invoiceText(),
        clinic.timeZone());
  }

  private static Receipt.Charge of(ChargeRow charge, Balance balance) {
    return new Receipt.Charge(
        charge.id(),
        charge.description(),
        charge.externalId(),
        charge.currency(),
        charge.taxMode(),
        charge.total(),
        balance.outstanding(),
        balance.status(),
        charge.createdDate());
  }

  private static Receipt.Line of(ChargeItemRow row) {
    var item = row.item();
    return new Receipt.Line(
        row.itemId(),
        row.name(),
        item == null ? Objects.requireNonNull(row.pack()).description() : item.description(),
        item == null ? ItemType.PACKAGE : item.type(),
        item == null ? null : item.unit(),
        row.quantity(),
        row.price(),
        row.discountAmount(),
        row.taxAmount(),
        row.taxes());
  }

  private static Receipt.Patient of(PatientSummary patient) {
    return new Receipt.Patient(
        patient.id(),
        patient.firstName(),
        patient.lastName(),
        patient.preferredName(),
        patient.language());
  }
}

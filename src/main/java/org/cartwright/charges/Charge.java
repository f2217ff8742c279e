package org.cartwright.charges;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.cartwright.charges.api.ChargeStatus;
import org.cartwright.charges.api.payments.PaymentMedium;
import org.cartwright.charges.api.payments.RefundCreate;
import org.cartwright.charges.api.payments.RefundReason;
import org.cartwright.charges.bill.Balance;
import org.cartwright.charges.bill.Bill;
import org.cartwright.charges.bill.BillSource;
import org.cartwright.platform.Ids;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * A charge: decides, while it is locked, what may be paid for it and given back. Nothing but being
 * voided ever changes its own row once it is there; how it stands else follows from its payments
 * and refunds, which {@link ChargeBook} reads into it and stores.
 */
@Entity
@SQLRestriction(CurrentTenant.ROWS)
@DynamicUpdate
@SuppressWarnings("UnusedVariable") // what is only served is read by ChargeReader
class Charge {

  @Id private String id;
  @TenantId private String tenantId;
  private String patientId;
  private @Nullable String creatorId;
  private @Nullable String description;
  private @Nullable String externalId;
  private @Nullable String locationId;
  private @Nullable String eventId;

  private String sourceKind;
  private String sourceId;

  /** What its amounts are in, and so those of its payments and refunds. */
  private Currency currency;

  /** Whether the taxes on it come on top of its items' prices or are inside. */
  @Enumerated(EnumType.STRING)
  private TaxMode taxMode;

  private long total;
  private Instant createdDate;
  private @Nullable Instant voidedDate;

  /** When its patient was erased. */
  @Column(insertable = false, updatable = false)
  private @Nullable Instant erasedDate;

  private @Nullable String voidReason;

  @Transient private List<Payment> payments = List.of();
  @Transient private List<Refund> refunds = List.of();

  @NullUnmarked
  protected Charge() {}

  /** A charge for what is on a bill. */
  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  Charge(String id, Bill bill, Instant now) {
    this.id = id;
    patientId = bill.patientId();
    creatorId = bill.creatorId();
    description = bill.description();
    externalId = bill.externalId();
    locationId = bill.locationId();
    eventId = bill.eventId();
    sourceKind = bill.source().kind();
    sourceId = bill.source().id();
    currency = bill.currency();
    taxMode = bill.taxMode();
    total = bill.total().value();
    createdDate = now;
  }

  /** When its patient was erased, if they were. */
  @Nullable Instant erasedDate() {
    return erasedDate;
  }

  String id() {
    return id;
  }

  String patientId() {
    return patientId;
  }

  Currency currency() {
    return currency;
  }

  /** What is on it, as it is stored with it. */
  List<StoredChargeItem> items(Bill bill) {
    var items = new ArrayList<StoredChargeItem>();
    for (var item : bill.items()) {
      items.add(new StoredChargeItem(Ids.next("chi"), id, items.size(), item));
    }
    return items;
  }

  /** Takes in what was paid and given back so far. */
  void takeIn(List<Payment> paid, List<Refund> givenBack) {
    payments = List.copyOf(paid);
    refunds = List.copyOf(givenBack);
  }

  private Balance balance() {
    return Balance.of(
        total,
        voidedDate != null,
        Stream.concat(payments.stream().map(Payment::entry), refunds.stream().map(Refund::entry)));
  }

  ChargeStatus status() {
    return balance().status();
  }

  long total() {
    return total;
  }

  /** What it was opened for. */
  BillSource source() {
    return new BillSource(sourceKind, sourceId);
  }

  /**
   * Makes sure that this much can be paid.
   *
   * @param amount in cents
   * @throws ChargeRefusal if the charge is settled, or less is owed
   */
  void requireOwes(long amount) {
    var balance = balance();
    if (balance.status() != ChargeStatus.OUTSTANDING) {
      throw ChargeRefusal.settled(balance.status());
    }
    if (amount > balance.outstanding()) {
      throw ChargeRefusal.moreThanOwed(balance.outstanding());
    }
  }

  /**
   * Pays this much of it.
   *
   * @throws ChargeRefusal if the charge is settled, or less is owed
   */
  Payment pay(String paymentId, PaymentMedium medium, long amount, Instant now) {
    requireOwes(amount);
    return new Payment(paymentId, id, nextEntry(), medium, amount, currency, now);
  }

  /**
   * Gives one of its payments back, or a part of it.
   *
   * @throws ChargeRefusal if less than that is left of the payment
   */
  Refund giveBack(String refundId, RefundCreate wanted, Instant now) {
    var left = payment(wanted.paymentId()).amount() - givenBackOf(wanted.paymentId());
    if (wanted.amount() > left) {
      throw ChargeRefusal.moreThanPaid(left);
    }
    return new Refund(refundId, id, nextEntry(), wanted, currency, now);
  }

  /** Gives back what is left of every payment, the first first. */
  List<Refund> giveAllBack(String why, Instant now) {
    var made = new ArrayList<Refund>();
    var paid =
        payments.stream()
            .sorted(Comparator.comparingInt(payment -> payment.entry().sequence()))
            .toList();
    for (var payment : paid) {
      var left = payment.amount() - givenBackOf(payment.id());
      if (left > 0) {
        made.add(
            new Refund(
                Ids.next("ref"),
                id,
                nextEntry() + made.size(),
                payment.id(),
                left,
                RefundReason.OTHER,
                null,
                why,
                null,
                currency,
                now));
      }
    }
    refunds = Stream.concat(refunds.stream(), made.stream()).toList();
    return made;
  }

  /**
   * Lets nothing be owed on it any more, once nothing that was paid is left. One that was settled
   * by what was paid owes nothing already, and stays refunded.
   *
   * @return whether that made it void
   */
  boolean becomeVoid(String why, Instant now) {
    var status = status();
    if (status == ChargeStatus.VOID || status == ChargeStatus.REFUNDED) {
      return false;
    }
    voidedDate = now;
    voidReason = why;
    return true;
  }

  /** A payment that was made for it. */
  Payment payment(String paymentId) {
    return payments.stream()
        .filter(payment -> payment.id().equals(paymentId))
        .findFirst()
        .orElseThrow();
  }

  private long givenBackOf(String paymentId) {
    return refunds.stream()
        .filter(refund -> refund.paymentId().equals(paymentId))
        .mapToLong(Refund::amount)
        .sum();
  }

  /** The place of the next payment or refund in its ledger. */
  private int nextEntry() {
    return payments.size() + refunds.size() + 1;
  }
}

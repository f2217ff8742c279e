package org.cartwright.charges;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Currency;
import org.cartwright.charges.api.payments.PaymentStatus;
import org.cartwright.charges.api.payments.RefundCreate;
import org.cartwright.charges.api.payments.RefundReason;
import org.cartwright.charges.api.payments.RefundSummary;
import org.cartwright.charges.bill.Balance;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A payment given back, or a part of it, in the ledger of its charge. It never changes. */
@Entity
@SQLRestriction(CurrentTenant.ROWS)
@Immutable
@SuppressWarnings("UnusedVariable") // what is only served is read as rows
class Refund {

  @Id private String id;
  @TenantId private String tenantId;
  private String paymentId;
  private String chargeId;
  private int sequence;
  private long amount;
  private Currency currency;

  @Enumerated(EnumType.STRING)
  private RefundReason reason;

  private @Nullable String providerId;
  private @Nullable String description;
  private @Nullable String locationId;
  private Instant createdDate;

  @NullUnmarked
  protected Refund() {}

  Refund(
      String id,
      String chargeId,
      int sequence,
      RefundCreate wanted,
      Currency currency,
      Instant now) {
    this(
        id,
        chargeId,
        sequence,
        wanted.paymentId(),
        wanted.amount(),
        wanted.reason(),
        wanted.providerId(),
        wanted.description(),
        wanted.locationId(),
        currency,
        now);
  }

  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  Refund(
      String id,
      String chargeId,
      int sequence,
      String paymentId,
      long amount,
      RefundReason reason,
      @Nullable String providerId,
      @Nullable String description,
      @Nullable String locationId,
      Currency currency,
      Instant now) {
    this.id = id;
    this.paymentId = paymentId;
    this.chargeId = chargeId;
    this.sequence = sequence;
    this.amount = amount;
    this.currency = currency;
    this.reason = reason;
    this.providerId = providerId;
    this.description = description;
    this.locationId = locationId;
    createdDate = now;
  }

  String id() {
    return id;
  }

  String paymentId() {
    return paymentId;
  }

  /** In cents. */
  long amount() {
    return amount;
  }

  Balance.Entry entry() {
    return new Balance.Entry(sequence, -amount);
  }

  RefundSummary summary() {
    return new RefundSummary(
        id, paymentId, amount, reason, createdDate, PaymentStatus.SUCCEEDED, null, 0);
  }
}

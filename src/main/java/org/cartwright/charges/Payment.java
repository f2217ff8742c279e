package org.cartwright.charges;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Currency;
import org.cartwright.charges.api.payments.PaymentMedium;
import org.cartwright.charges.api.payments.PaymentStatus;
import org.cartwright.charges.api.payments.PaymentSummary;
import org.cartwright.charges.bill.Balance;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/** A payment in the ledger of its charge. It never changes: a refund undoes it. */
@Entity
@SQLRestriction(CurrentTenant.ROWS)
@Immutable
class Payment {

  @Id private String id;

  @SuppressWarnings("UnusedVariable") // part of the key
  @TenantId
  private String tenantId;

  @SuppressWarnings("UnusedVariable") // by which it is found
  private String chargeId;

  private int sequence;

  @Enumerated(EnumType.STRING)
  private PaymentMedium medium;

  private long amount;
  private Currency currency;
  private Instant createdDate;

  @NullUnmarked
  protected Payment() {}

  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  Payment(
      String id,
      String chargeId,
      int sequence,
      PaymentMedium medium,
      long amount,
      Currency currency,
      Instant now) {
    this.id = id;
    this.chargeId = chargeId;
    this.sequence = sequence;
    this.medium = medium;
    this.amount = amount;
    this.currency = currency;
    createdDate = now;
  }

  String id() {
    return id;
  }

  PaymentMedium medium() {
    return medium;
  }

  /** In cents. */
  long amount() {
    return amount;
  }

  Balance.Entry entry() {
    return new Balance.Entry(sequence, amount);
  }

  /** The payment as it is answered to who made it. */
  PaymentSummary summary(String patientId) {
    return new PaymentSummary(
        id,
        patientId,
        null,
        amount,
        PaymentStatus.SUCCEEDED,
        currency.getCurrencyCode(),
        null,
        medium.name(),
        null,
        null,
        null,
        null,
        createdDate,
        0,
        0);
  }
}

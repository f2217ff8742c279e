package org.cartwright.patients.credit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A credit that was granted to a patient. Its money is in the {@link CreditLedger}. */
@Entity
@SQLRestriction(CurrentTenant.ROWS)
@SuppressWarnings("UnusedVariable") // written here, read as rows
class PatientCredit {

  @Id private String id;
  @TenantId private String tenantId;

  @Column(updatable = false)
  private String patientId;

  private @Nullable String externalId;
  private @Nullable String comment;
  private @Nullable Instant expiryDate;
  private @Nullable String memberId;
  private @Nullable String creatorId;

  @Column(updatable = false)
  private Instant createdDate;

  private @Nullable Instant updatedDate;
  private @Nullable Instant archivedDate;

  @NullUnmarked
  protected PatientCredit() {}

  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  PatientCredit(
      String id,
      String patientId,
      PatientCreditCreate wanted,
      @Nullable Instant expiryDate,
      Instant now) {
    this.id = id;
    this.patientId = patientId;
    externalId = wanted.externalId();
    comment = wanted.comment();
    this.expiryDate = expiryDate;
    memberId = wanted.memberId();
    creatorId = wanted.creatorId();
    createdDate = now;
  }

  @Nullable Instant expiryDate() {
    return expiryDate;
  }

  /** Whether it has not expired. */
  boolean isUsable(Instant now) {
    return expiryDate == null || expiryDate.isAfter(now);
  }

  void comment(@Nullable String words, Instant now) {
    comment = words;
    updatedDate = now;
  }

  void expire(@Nullable Instant when, Instant now) {
    expiryDate = when;
    updatedDate = now;
  }

  /** Gone from every read, its history kept. */
  void archive(Instant now) {
    archivedDate = now;
  }
}

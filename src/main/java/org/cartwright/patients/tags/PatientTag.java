package org.cartwright.patients.tags;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A word that staff sort patients by. */
@Entity
@SQLRestriction(CurrentTenant.ROWS)
class PatientTag {

  @Id private String id;
  @TenantId private String tenantId;
  private String name;
  private @Nullable String emoji;
  private @Nullable String color;
  private boolean isActive;

  @SuppressWarnings("UnusedVariable") // read as a row
  private Instant createdDate;

  @SuppressWarnings("UnusedVariable") // read as a row
  private @Nullable Instant updatedDate;

  @NullUnmarked
  protected PatientTag() {}

  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  PatientTag(String id, PatientTagCreate wanted, Instant now) {
    this.id = id;
    name = wanted.name();
    emoji = wanted.emoji();
    color = wanted.color();
    isActive = wanted.isActive();
    createdDate = now;
  }

  /** Changes what the client named; the name and the activity cannot be cleared. */
  void change(PatientTagUpdate wanted, Instant now) {
    name = wanted.name() == null ? name : wanted.name();
    emoji = wanted.given().has("emoji") ? wanted.emoji() : emoji;
    color = wanted.given().has("color") ? wanted.color() : color;
    isActive = wanted.isActive() == null ? isActive : wanted.isActive();
    updatedDate = now;
  }
}

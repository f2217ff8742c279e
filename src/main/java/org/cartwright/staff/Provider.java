package org.cartwright.staff;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.cartwright.staff.api.ProviderInvite;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Somebody of the clinic's staff. Nothing in this service changes them once they are invited. */
@Entity
@SQLRestriction(CurrentTenant.ROWS)
@Immutable
@SuppressWarnings("UnusedVariable") // written here, read as rows
class Provider {

  @Id private String id;
  @TenantId private String tenantId;
  private String email;
  private @Nullable String phoneNumber;
  private String firstName;
  private String lastName;
  private @Nullable String primaryLocationId;
  private @Nullable String externalId;
  private Instant createdDate;

  @NullUnmarked
  protected Provider() {}

  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  Provider(String id, ProviderInvite invited, Instant now) {
    this.id = id;
    email = invited.email();
    phoneNumber = invited.phoneNumber();
    firstName = invited.firstName();
    lastName = invited.lastName();
    primaryLocationId = invited.primaryLocationId();
    externalId = invited.externalId();
    createdDate = now;
  }
}

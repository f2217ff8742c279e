package org.cartwright.tenancy.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A key with which a tenant's clients ask. The secret itself is not kept, only its keyed hash. */
@Entity
@SQLRestriction(CurrentTenant.ROWS)
class ApiKey {

  @Id private String id;
  @TenantId private String tenantId;
  private byte[] secretHash;

  @SuppressWarnings("UnusedVariable") // served by the key ring
  private @Nullable String name;

  @SuppressWarnings("UnusedVariable") // kept for whoever looks into the table
  private Instant createdDate;

  private @Nullable Instant revokedDate;

  @NullUnmarked
  protected ApiKey() {}

  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  ApiKey(String id, @Nullable String name, byte[] secretHash, Instant createdDate) {
    this.id = id;
    this.name = name;
    this.secretHash = secretHash.clone();
    this.createdDate = createdDate;
  }

  String id() {
    return id;
  }

  byte[] secretHash() {
    return secretHash.clone();
  }

  boolean isLive() {
    return revokedDate == null;
  }

  /** From now on nobody can ask with this key. Revoking twice keeps the first time. */
  void revoke(Instant now) {
    if (revokedDate == null) {
      revokedDate = now;
    }
  }
}

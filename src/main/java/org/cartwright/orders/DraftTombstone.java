package org.cartwright.orders;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** That a draft was deleted, when and by whom; what was in it is gone. */
@Entity
@SQLRestriction(CurrentTenant.ROWS)
@SuppressWarnings("UnusedVariable") // for who looks into the database
class DraftTombstone {

  @Id private String id;
  @TenantId private String tenantId;
  private String cartId;
  private Instant deletedDate;
  private @Nullable String keyId;

  @NullUnmarked
  protected DraftTombstone() {}

  /**
   * @param keyId whose key it was, unless it was the service itself
   */
  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  DraftTombstone(String id, String cartId, Instant deletedDate, @Nullable String keyId) {
    this.id = id;
    this.cartId = cartId;
    this.deletedDate = deletedDate;
    this.keyId = keyId;
  }
}

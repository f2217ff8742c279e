package org.cartwright.orders.fulfilment;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import org.cartwright.orders.api.Address;
import org.cartwright.orders.api.FulfilmentCategory;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A way to get a market's orders to customers. Deleted, it keeps its row: drafts may name it. */
@Entity
@SQLRestriction(CurrentTenant.ROWS)
@SuppressWarnings("UnusedVariable") // served by the reader
class FulfilmentService {

  @Id private String id;
  @TenantId private String tenantId;
  private String marketId;

  @Enumerated(EnumType.STRING)
  private FulfilmentCategory category;

  private String name;
  private @Nullable String itemId;

  @Embedded
  @EmbeddedColumnNaming("outlet_%s")
  private @Nullable Address address;

  private boolean isActive;
  private Instant createdDate;
  private @Nullable Instant archivedDate;

  @NullUnmarked
  protected FulfilmentService() {}

  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  FulfilmentService(String id, String marketId, ServiceWrite wanted, Instant now) {
    this.id = id;
    this.marketId = marketId;
    createdDate = now;
    replace(wanted);
  }

  /** Says everything about it anew, but whose market it is. */
  final void replace(ServiceWrite wanted) {
    category = wanted.category();
    name = wanted.name();
    itemId = wanted.itemId();
    address = wanted.address();
    isActive = wanted.isActive();
  }

  /** Whether its fee is of this item already. */
  boolean isPaidBy(String item) {
    return item.equals(itemId);
  }

  /** Whether its outlet is there already. */
  boolean isAt(Address place) {
    return place.equals(address);
  }

  /** From now on nobody chooses it, and who chose it has to choose another. */
  void archive(Instant now) {
    archivedDate = now;
  }
}

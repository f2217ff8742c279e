package org.cartwright.orders.placing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import org.cartwright.orders.api.FulfilmentCategory;
import org.cartwright.orders.api.placed.FulfilmentReport;
import org.cartwright.orders.api.placed.FulfilmentStatus;
import org.cartwright.platform.trail.PartOf;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Where the goods of an approved order are, and what was said of them last. */
@Entity
@PartOf(kind = "placed_order", by = "orderId")
@SQLRestriction(CurrentTenant.ROWS)
@SuppressWarnings("UnusedVariable") // what is only served is read by OrderReader
class OrderFulfilment {

  @Id private String orderId;
  @TenantId private String tenantId;

  @Enumerated(EnumType.STRING)
  private FulfilmentStatus status;

  private @Nullable String carrier;
  private @Nullable String trackingNumber;
  private @Nullable String note;
  private Instant createdDate;
  private Instant updatedDate;

  @NullUnmarked
  protected OrderFulfilment() {}

  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  OrderFulfilment(String orderId, Instant now) {
    this.orderId = orderId;
    status = FulfilmentStatus.PREPARING;
    createdDate = now;
    updatedDate = now;
  }

  FulfilmentStatus status() {
    return status;
  }

  /**
   * Takes note of what happened; the carrier and tracking number of a shipment stay until the next.
   *
   * @throws OrderRefusal if that cannot have happened
   */
  void report(FulfilmentReport report, FulfilmentCategory category, Instant now) {
    var next = report.type().status();
    if (!status.mayBecome(next, category)) {
      throw OrderRefusal.noSuchMove(status, next, category);
    }
    status = next;
    if (next == FulfilmentStatus.SHIPPED) {
      carrier = report.carrier();
      trackingNumber = report.trackingNumber();
    }
    note = report.note();
    updatedDate = now;
  }
}

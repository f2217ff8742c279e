package org.cartwright.coupons;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** That a coupon was used for something, whose id it has. */
@Entity
@SQLRestriction(CurrentTenant.ROWS)
class CouponUse {

  @Id private String id;
  @TenantId private String tenantId;
  private String couponId;

  @SuppressWarnings("UnusedVariable") // counted by queries
  private String customerId;

  @SuppressWarnings("UnusedVariable") // for whoever looks into the table
  private Instant takenDate;

  private @Nullable Instant givenBackDate;

  @NullUnmarked
  protected CouponUse() {}

  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  CouponUse(String id, String couponId, String customerId, Instant now) {
    this.id = id;
    this.couponId = couponId;
    this.customerId = customerId;
    takenDate = now;
  }

  String couponId() {
    return couponId;
  }

  boolean isGivenBack() {
    return givenBackDate != null;
  }

  void giveBack(Instant now) {
    givenBackDate = now;
  }
}

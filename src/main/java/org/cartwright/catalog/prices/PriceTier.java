package org.cartwright.catalog.prices;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.math.BigDecimal;
import org.cartwright.platform.trail.PartOf;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A tier of an item in a market, as it is kept. It never changes; others replace it. */
@Entity
@PartOf(kind = "item", by = "itemId")
@Immutable
@SQLRestriction(CurrentTenant.ROWS)
@IdClass(PriceTier.Key.class)
@SuppressWarnings("UnusedVariable") // written here, read as rows
class PriceTier {

  /** The thresholds of an item in a market are distinct. */
  record Key(String itemId, String marketId, BigDecimal quantity) {}

  @Id private String itemId;
  @Id private String marketId;
  @Id private BigDecimal quantity;
  @TenantId private String tenantId;
  private @Nullable Long unitPrice;
  private @Nullable BigDecimal percentOff;

  @NullUnmarked
  protected PriceTier() {}

  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  PriceTier(String itemId, ItemTierInput wanted) {
    this.itemId = itemId;
    marketId = wanted.marketId();
    quantity = plain(wanted.fromQuantity());
    unitPrice = wanted.unitPrice();
    percentOff = wanted.percentOff();
  }

  /** The key that a tier will have: 2.0 is 2. */
  static Key key(String itemId, ItemTierInput wanted) {
    return new Key(itemId, wanted.marketId(), plain(wanted.fromQuantity()));
  }

  private static BigDecimal plain(BigDecimal quantity) {
    return quantity.stripTrailingZeros();
  }
}

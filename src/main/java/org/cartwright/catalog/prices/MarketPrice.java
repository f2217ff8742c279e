package org.cartwright.catalog.prices;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.cartwright.platform.trail.PartOf;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/** What one of an item costs in a market, as it is kept. It never changes; others replace it. */
@Entity
@PartOf(kind = "item", by = "itemId")
@Immutable
@SQLRestriction(CurrentTenant.ROWS)
@IdClass(MarketPrice.Key.class)
@Table(name = "item_price")
@SuppressWarnings("UnusedVariable") // written here, read as rows
class MarketPrice {

  /** An item has one price in a market. */
  record Key(String itemId, String marketId) {}

  @Id private String itemId;
  @Id private String marketId;
  @TenantId private String tenantId;
  private long price;

  @NullUnmarked
  protected MarketPrice() {}

  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  MarketPrice(String itemId, ItemPriceInput wanted) {
    this.itemId = itemId;
    marketId = wanted.marketId();
    price = wanted.price();
  }
}

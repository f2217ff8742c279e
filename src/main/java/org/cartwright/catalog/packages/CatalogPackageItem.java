package org.cartwright.catalog.packages;

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
import org.jspecify.annotations.Nullable;

/** An item in a package, as it is kept. It never changes; a changed package has others. */
@Entity
@PartOf(kind = "package", by = "packageId")
@Immutable
@SQLRestriction(CurrentTenant.ROWS)
@IdClass(CatalogPackageItem.Key.class)
@Table(name = "package_item")
@SuppressWarnings("UnusedVariable") // written here, read as rows
class CatalogPackageItem {

  /** Its id is the client's to choose and means something within its package only. */
  record Key(String packageId, String id) {}

  @Id private String packageId;
  @Id private String id;
  @TenantId private String tenantId;
  private int position;
  private String itemId;
  private @Nullable Integer quantity;
  private long price;

  @NullUnmarked
  protected CatalogPackageItem() {}

  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  CatalogPackageItem(String packageId, PackageItemInput wanted, int position) {
    this.packageId = packageId;
    this.position = position;
    id = wanted.idOrNew();
    itemId = wanted.itemId();
    quantity = wanted.quantity();
    price = wanted.price();
  }
}

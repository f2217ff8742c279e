package org.cartwright.catalog.products;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.cartwright.platform.trail.PartOf;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/**
 * An item as a variant of its product, as it is kept. It is known by the item, so an item has one
 * product at most. It never changes; a changed product has others.
 */
@Entity
@PartOf(kind = "product", by = "productId")
@Immutable
@SQLRestriction(CurrentTenant.ROWS)
@SuppressWarnings("UnusedVariable") // written here, read as rows
class ProductVariant {

  @Id private String itemId;
  @TenantId private String tenantId;
  private String productId;
  private int position;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> optionValues;

  private String label;

  @NullUnmarked
  protected ProductVariant() {}

  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  ProductVariant(String productId, VariantWrite wanted, int position) {
    this.productId = productId;
    this.position = position;
    itemId = wanted.itemId();
    optionValues = wanted.options();
    label = wanted.label();
  }
}

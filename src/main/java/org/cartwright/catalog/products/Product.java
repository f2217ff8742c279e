package org.cartwright.catalog.products;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A product, as it is kept; {@link ProductVariants} keeps which items it comes as. */
@Entity
@SQLRestriction(CurrentTenant.ROWS)
@SuppressWarnings("UnusedVariable") // some fields are only read as rows
class Product {

  @Id private String id;
  @TenantId private String tenantId;
  private String name;
  private @Nullable String description;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> optionNames;

  private Instant createdDate;
  private @Nullable Instant updatedDate;

  @NullUnmarked
  protected Product() {}

  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant, say() the rest
  Product(String id, ProductWrite wanted, Instant now) {
    this.id = id;
    say(wanted);
    createdDate = now;
  }

  /** Says everything anew. */
  void replace(ProductWrite wanted, Instant now) {
    say(wanted);
    updatedDate = now;
  }

  private void say(ProductWrite wanted) {
    name = wanted.name();
    description = wanted.description();
    optionNames = wanted.optionNames();
  }
}

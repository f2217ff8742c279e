package org.cartwright.catalog.packages;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.cartwright.platform.errors.Missing;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A package that a clinic sells, as it is kept; {@link PackageContents} keeps what is in it. */
@Entity
@SQLRestriction(CurrentTenant.ROWS)
@Table(name = "package")
@SuppressWarnings("UnusedVariable") // some fields are only read as rows
class CatalogPackage {

  @Id private String id;
  @TenantId private String tenantId;
  private String name;
  private @Nullable String description;
  private boolean isArchived;
  private long price;
  private @Nullable String externalId;
  private @Nullable String internalNotes;
  private @Nullable String category;
  private Instant createdDate;

  @NullUnmarked
  protected CatalogPackage() {}

  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  CatalogPackage(String id, PackageInput wanted, Instant now) {
    this.id = id;
    name = wanted.name();
    createdDate = now;
    become(wanted);
  }

  /** Becomes what the client wants, in everything but its id. */
  final void become(PackageInput wanted) {
    name = wanted.name();
    description = wanted.description();
    isArchived = wanted.isArchived();
    price = wanted.price();
    externalId = wanted.externalId();
    internalNotes = wanted.internalNotes();
    category = wanted.category();
  }

  /**
   * Withdraws the package from sale. What has it keeps it.
   *
   * @throws Missing if it is withdrawn already
   */
  void archive() {
    if (isArchived) {
      throw Missing.a("Package");
    }
    isArchived = true;
  }
}

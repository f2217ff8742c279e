package org.cartwright.catalog.items;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cartwright.catalog.Unit;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.pricing.taxes.ItemType;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** An item that a clinic sells, as it is kept. */
@Entity
@SQLRestriction(CurrentTenant.ROWS)
@Table(name = "item")
@SuppressWarnings("UnusedVariable") // some fields are only read as rows
class CatalogItem {

  @Id private String id;
  @TenantId private String tenantId;
  private String name;
  private @Nullable String brandName;
  private @Nullable String description;
  private long price;
  private @Nullable String category;

  @Enumerated(EnumType.STRING)
  private @Nullable Unit unit;

  private boolean isPhysical;
  private boolean isArchived;
  private @Nullable String internalNotes;
  private @Nullable Integer sortOrder;
  private boolean allowCustomPricing;

  @Enumerated(EnumType.STRING)
  private ItemType type;

  private @Nullable String externalId;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private @Nullable List<String> exemptedTaxIds;

  private @Nullable Long cost;
  private boolean isFavourite;
  private Instant createdDate;

  @NullUnmarked
  protected CatalogItem() {}

  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  CatalogItem(String id, ItemCreate wanted, Instant now) {
    this.id = id;
    name = wanted.name();
    brandName = wanted.brandName();
    description = wanted.description();
    price = wanted.price();
    category = wanted.category();
    unit = wanted.unit();
    isPhysical = wanted.isPhysical();
    isArchived = wanted.isArchived();
    internalNotes = wanted.internalNotes();
    sortOrder = wanted.sortOrder();
    allowCustomPricing = wanted.allowCustomPricing();
    type = wanted.type();
    externalId = wanted.externalId();
    exemptedTaxIds = distinct(wanted.exemptedTaxIds());
    cost = wanted.cost();
    createdDate = now;
  }

  String id() {
    return id;
  }

  /** Takes over what the client named; see {@link ItemUpdate} for what {@code null} does. */
  void change(ItemUpdate update) {
    var given = update.given();
    name = update.name() == null ? name : update.name();
    price = update.price() == null ? price : update.price();
    isPhysical = update.isPhysical() == null ? isPhysical : update.isPhysical();
    isArchived = update.isArchived() == null ? isArchived : update.isArchived();
    allowCustomPricing =
        update.allowCustomPricing() == null ? allowCustomPricing : update.allowCustomPricing();
    brandName = given.has("brandName") ? update.brandName() : brandName;
    description = given.has("description") ? update.description() : description;
    category = given.has("category") ? update.category() : category;
    unit = given.has("unit") ? update.unit() : unit;
    internalNotes = given.has("internalNotes") ? update.internalNotes() : internalNotes;
    sortOrder = given.has("sortOrder") ? update.sortOrder() : sortOrder;
    externalId = given.has("externalId") ? update.externalId() : externalId;
    cost = given.has("cost") ? update.cost() : cost;
    if (given.has("exemptedTaxIds")) {
      exemptedTaxIds = distinct(update.exemptedTaxIds());
    }
  }

  /** From now on it stands first before somebody who sells, or no longer. */
  void favour(boolean wanted) {
    isFavourite = wanted;
  }

  boolean isOnSale() {
    return !isArchived;
  }

  /**
   * Leaves the item alone with exactly these taxes from now on.
   *
   * @return whether that is anything new
   */
  boolean exempt(List<String> taxIds) {
    var before = exemptedTaxIds;
    exemptedTaxIds = distinct(taxIds);
    return !Objects.equals(before, exemptedTaxIds);
  }

  /**
   * Leaves the item alone with one tax more from now on, or with one less.
   *
   * @return whether that is anything new
   * @throws InvalidRequest if it is left alone with too many already
   */
  boolean exempt(String taxId, boolean isExempt) {
    var present = exemptedTaxIds == null ? List.<String>of() : exemptedTaxIds;
    if (present.contains(taxId) == isExempt) {
      return false;
    }
    if (isExempt && present.size() >= ItemTaxUpdate.MOST) {
      throw CategoryExemptions.tooMany();
    }
    exemptedTaxIds =
        isExempt
            ? Stream.concat(present.stream(), Stream.of(taxId)).toList()
            : present.stream().filter(id -> !id.equals(taxId)).toList();
    return true;
  }

  /**
   * Withdraws the item from sale. What has it keeps it.
   *
   * @throws Missing if it is withdrawn already
   */
  void archive() {
    if (isArchived) {
      throw Missing.a("Item");
    }
    isArchived = true;
  }

  private static @Nullable List<String> distinct(@Nullable List<String> ids) {
    return ids == null ? null : ids.stream().distinct().toList();
  }
}

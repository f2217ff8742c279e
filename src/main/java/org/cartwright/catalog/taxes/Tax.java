package org.cartwright.catalog.taxes;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Violation;
import org.cartwright.pricing.taxes.TaxScope;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * A tax that a clinic levies, as it is kept: at the locations of patients or, if it belongs to a
 * market, by the addresses there. Once archived it applies to nothing new.
 */
@Entity
@SQLRestriction(CurrentTenant.ROWS)
@SuppressWarnings("UnusedVariable") // some fields are only read as rows
class Tax {

  static final String NO_CATEGORIES =
      "name at least one category for the scope SPECIFIC_CATEGORIES";

  @Id private String id;
  @TenantId private String tenantId;
  private String name;
  private BigDecimal percentage;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private @Nullable List<String> locationIds;

  @Enumerated(EnumType.STRING)
  private TaxScope scope;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private @Nullable List<String> categoryNames;

  private @Nullable String marketId;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private @Nullable List<String> regions;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private @Nullable List<String> postalCodes;

  private boolean isArchived;
  private Instant createdDate;

  @NullUnmarked
  protected Tax() {}

  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  Tax(String id, TaxCreate wanted, Instant now) {
    this.id = id;
    name = wanted.name();
    percentage = wanted.percentage();
    locationIds = wanted.locationIds();
    scope = wanted.scope();
    categoryNames = wanted.categoryNames();
    createdDate = now;
  }

  /** A tax of a market. */
  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  Tax(String id, String marketId, MarketTaxCreate wanted, Instant now) {
    this.id = id;
    this.marketId = marketId;
    name = wanted.name();
    percentage = wanted.percentage();
    scope = wanted.scope();
    categoryNames = wanted.categoryNames();
    regions = wanted.regions();
    postalCodes = wanted.postalCodes();
    createdDate = now;
  }

  /** Whether a tax of this scope knows what it applies to. */
  static boolean isComplete(TaxScope scope, @Nullable List<String> categoryNames) {
    return scope != TaxScope.SPECIFIC_CATEGORIES
        || (categoryNames != null && !categoryNames.isEmpty());
  }

  /**
   * Takes over what the client named; see {@link TaxUpdate} for what {@code null} does.
   *
   * @throws InvalidRequest if it would be meant for specific categories, but for none
   */
  void change(TaxUpdate update) {
    var given = update.given();
    locationIds = given.has("locationIds") ? update.locationIds() : locationIds;
    categoryNames = given.has("categoryNames") ? update.categoryNames() : categoryNames;
    change(update.name(), update.percentage(), update.scope());
  }

  /**
   * The same for a tax of a market; see {@link MarketTaxUpdate}.
   *
   * @throws InvalidRequest if it would be meant for specific categories, but for none
   */
  void change(MarketTaxUpdate update) {
    var given = update.given();
    categoryNames = given.has("categoryNames") ? update.categoryNames() : categoryNames;
    regions = given.has("regions") ? update.regions() : regions;
    postalCodes = given.has("postalCodes") ? update.postalCodes() : postalCodes;
    change(update.name(), update.percentage(), update.scope());
  }

  private void change(
      @Nullable String newName, @Nullable BigDecimal newPercentage, @Nullable TaxScope newScope) {
    name = newName == null ? name : newName;
    percentage = newPercentage == null ? percentage : newPercentage;
    scope = newScope == null ? scope : newScope;
    if (!isComplete(scope, categoryNames)) {
      throw new InvalidRequest(Violation.inBody(NO_CATEGORIES, "categoryNames"));
    }
  }

  /** From now on it applies to nothing new. What it was levied on keeps it. */
  void archive() {
    isArchived = true;
  }
}

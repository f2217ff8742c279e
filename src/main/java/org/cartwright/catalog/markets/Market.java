package org.cartwright.catalog.markets;

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

/**
 * A market, as it is kept. Once archived it changes no more. Which of them is the default is {@link
 * Markets}'s to decide, who sees all of them.
 */
@Entity
@SQLRestriction(CurrentTenant.ROWS)
@SuppressWarnings("UnusedVariable") // some fields are only read as rows
class Market {

  @Id private String id;
  @TenantId private String tenantId;
  private String code;
  private String name;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> countries;

  private String currency;
  private boolean pricesIncludeTax;
  private boolean isDefault;
  private boolean isUsed;
  private boolean isArchived;
  private Instant createdDate;

  @NullUnmarked
  protected Market() {}

  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  Market(String id, MarketCreate wanted, boolean isDefault, Instant now) {
    this.id = id;
    code = wanted.code();
    name = wanted.name();
    countries = distinct(wanted.countries());
    currency = wanted.currency();
    pricesIncludeTax = wanted.pricesIncludeTax();
    this.isDefault = isDefault;
    createdDate = now;
  }

  String id() {
    return id;
  }

  boolean isDefault() {
    return isDefault;
  }

  /** Whether something was written down in its currency, which then is what it is for good. */
  boolean isUsed() {
    return isUsed;
  }

  /** Whether the currency, or what a price includes, would become another one. */
  boolean wouldMeanOtherwise(MarketUpdate update) {
    return (update.currency() != null && !update.currency().equals(currency))
        || (update.pricesIncludeTax() != null && update.pricesIncludeTax() != pricesIncludeTax);
  }

  /** Takes over what the client named; {@code null} leaves everything as it is. */
  void change(MarketUpdate update) {
    code = update.code() == null ? code : update.code();
    name = update.name() == null ? name : update.name();
    countries = update.countries() == null ? countries : distinct(update.countries());
    currency = update.currency() == null ? currency : update.currency();
    pricesIncludeTax =
        update.pricesIncludeTax() == null ? pricesIncludeTax : update.pricesIncludeTax();
  }

  void becomeDefault() {
    isDefault = true;
  }

  /** Another one is the default from now on, or none is left. */
  void yieldDefault() {
    isDefault = false;
  }

  /** From now on nothing new is sold there. */
  void archive() {
    isDefault = false;
    isArchived = true;
  }

  private static List<String> distinct(List<String> countries) {
    return countries.stream().distinct().toList();
  }
}

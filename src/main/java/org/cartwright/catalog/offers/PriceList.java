package org.cartwright.catalog.offers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cartwright.pricing.taxes.TaxPlace;
import org.cartwright.pricing.taxes.TaxRule;

/** What the asked-for items and packages cost and how they are taxed, all at one moment. */
public final class PriceList {

  private final Map<String, Offer> items;
  private final Map<String, Offer> packages;
  private final List<TaxRule> taxes;

  PriceList(Map<String, Offer> items, Map<String, Offer> packages, List<TaxRule> taxes) {
    this.items = Map.copyOf(items);
    this.packages = Map.copyOf(packages);
    this.taxes = List.copyOf(taxes);
  }

  /**
   * The item with this id, archived or not; nothing if the tenant has none or it was not asked for.
   */
  public Optional<Offer> item(String id) {
    return Optional.ofNullable(items.get(id));
  }

  /**
   * The package with this id, archived or not; nothing if the tenant has none or it was not asked
   * for.
   */
  public Optional<Offer> pack(String id) {
    return Optional.ofNullable(packages.get(id));
  }

  /** The same with the taxes that are levied at a place, and no others. */
  public PriceList at(TaxPlace place) {
    return new PriceList(items, packages, TaxRule.leviedAt(place, taxes));
  }

  /** Every tax in force, of all locations or of the whole market, the oldest first. */
  public List<TaxRule> taxes() {
    return taxes;
  }
}

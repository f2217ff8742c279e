package org.cartwright.catalog.offers;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cartwright.pricing.Tier;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.taxes.ItemType;
import org.cartwright.pricing.taxes.TaxRule;
import org.cartwright.pricing.taxes.TaxedItem;

/** What the catalog says, for tests that have no catalog. */
public final class PriceLists {

  private PriceLists() {}

  /** A product on sale, under its name as id. */
  public static Offer product(String name, long price) {
    return new Offer(
        name, name, new Cents(price), false, new TaxedItem(ItemType.PRODUCT, null, Set.of()));
  }

  /** The same with tiers, in a market where it is sold. */
  public static Offer tiered(String name, long price, Tier... tiers) {
    return new Offer(
        name,
        name,
        new Cents(price),
        false,
        new TaxedItem(ItemType.PRODUCT, null, Set.of()),
        true,
        List.of(tiers));
  }

  /** The same, withdrawn from sale. */
  public static Offer withdrawn(Offer offer) {
    return new Offer(
        offer.id(),
        offer.name(),
        offer.price(),
        true,
        offer.taxBasis(),
        offer.sold(),
        offer.tiers());
  }

  /** A product that is on sale, but not in the market that was asked about. */
  public static Offer notSoldHere(String name) {
    return new Offer(
        name,
        name,
        Cents.ZERO,
        false,
        new TaxedItem(ItemType.PRODUCT, null, Set.of()),
        false,
        List.of());
  }

  /** These items and no taxes. */
  public static PriceList of(Offer... items) {
    return of(List.of(), items);
  }

  /** These items and taxes. */
  public static PriceList of(List<TaxRule> taxes, Offer... items) {
    return of(List.of(items), List.of(), taxes);
  }

  /** These items and packages, and these taxes in force. */
  public static PriceList of(List<Offer> items, List<Offer> packages, List<TaxRule> taxes) {
    return new PriceList(byId(items), byId(packages), taxes);
  }

  private static Map<String, Offer> byId(List<Offer> offers) {
    return offers.stream().collect(Collectors.toMap(Offer::id, Function.identity()));
  }
}

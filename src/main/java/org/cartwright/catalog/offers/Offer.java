package org.cartwright.catalog.offers;

import java.util.List;
import org.cartwright.pricing.Tier;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.taxes.TaxBasis;

/**
 * An item or a package at the price the catalog asks right now.
 *
 * @param price of one, in cents; 0 where it is not sold
 * @param archived whether it is withdrawn from sale: it stays where it is and goes on no new line
 * @param taxBasis what it is as far as taxes care
 * @param sold whether it has a price in the market that was asked about; without a market it always
 *     has one
 * @param tiers what it costs in larger quantities, the smallest threshold first; empty without a
 *     market
 */
public record Offer(
    String id,
    String name,
    Cents price,
    boolean archived,
    TaxBasis taxBasis,
    boolean sold,
    List<Tier> tiers) {

  public Offer {
    tiers = List.copyOf(tiers);
  }

  /** An offer at the catalog's own price. */
  public Offer(String id, String name, Cents price, boolean archived, TaxBasis taxBasis) {
    this(id, name, price, archived, taxBasis, true, List.of());
  }

  Offer withTiers(List<Tier> tiers) {
    return new Offer(id, name, price, archived, taxBasis, sold, tiers);
  }

  Offer taxedAs(TaxBasis taxBasis) {
    return new Offer(id, name, price, archived, taxBasis, sold, tiers);
  }
}

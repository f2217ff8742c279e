package org.cartwright.catalog;

import java.util.Collection;
import org.cartwright.catalog.offers.PriceList;
import org.cartwright.catalog.offers.PriceListReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the rest of the house asks the catalog. */
@Service
public class Catalog {

  private final PriceListReader priceLists;

  Catalog(PriceListReader priceLists) {
    this.priceLists = priceLists;
  }

  /**
   * What these items and packages of the current tenant cost right now, and every tax in force, in
   * as many statements however many there are. Ids the tenant does not have are left out. Archived
   * items and packages are there and say so; archived taxes are not.
   *
   * <p>Takes part in the caller's transaction and locks nothing: a price that changes a moment
   * later is the next document's.
   */
  @Transactional(readOnly = true)
  public PriceList priceList(Collection<String> itemIds, Collection<String> packageIds) {
    return priceLists.read(itemIds, packageIds, null);
  }

  /**
   * The same in a market: at its prices and tiers and with its taxes only. What has no price there
   * says so, as every package does. An archived market's prices are still known.
   *
   * @param marketId which market; without one, this is what {@link #priceList(Collection,
   *     Collection)} answers
   */
  @Transactional(readOnly = true)
  public PriceList priceList(
      Collection<String> itemIds, Collection<String> packageIds, @Nullable String marketId) {
    return priceLists.read(itemIds, packageIds, marketId);
  }
}

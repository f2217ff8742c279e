package org.cartwright.catalog.prices;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MarketPriceRepository extends Repository<MarketPrice, MarketPrice.Key> {

  /** Takes an item's prices away, at once, but those in archived markets, which are told nobody. */
  @Modifying
  @Query(
      "delete from MarketPrice p where p.itemId = :itemId and p.marketId not in (select m.id from Market m where m.isArchived)")
  void deleteToldOf(String itemId);
}

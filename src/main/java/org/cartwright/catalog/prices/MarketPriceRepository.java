package org.cartwright.catalog.prices;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MarketPriceRepository extends Repository<MarketPrice, MarketPrice.Key> {

  /** Takes all of an item's prices away, at once. */
  @Modifying
  @Query("delete from MarketPrice p where p.itemId = :itemId")
  void deleteByItemId(String itemId);
}

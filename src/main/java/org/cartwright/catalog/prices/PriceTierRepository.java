package org.cartwright.catalog.prices;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PriceTierRepository extends Repository<PriceTier, PriceTier.Key> {

  /** Takes an item's tiers away, at once, but those in archived markets, which are told nobody. */
  @Modifying
  @Query(
      "delete from PriceTier t where t.itemId = :itemId and t.marketId not in (select m.id from Market m where m.isArchived)")
  void deleteToldOf(String itemId);
}

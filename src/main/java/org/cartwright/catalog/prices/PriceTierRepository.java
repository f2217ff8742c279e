package org.cartwright.catalog.prices;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PriceTierRepository extends Repository<PriceTier, PriceTier.Key> {

  /** Takes all of an item's tiers away, at once. */
  @Modifying
  @Query("delete from PriceTier t where t.itemId = :itemId")
  void deleteByItemId(String itemId);
}

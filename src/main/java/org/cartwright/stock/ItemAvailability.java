package org.cartwright.stock;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How one item stands. */
public record ItemAvailability(String itemId, Availability availability) {

  /** How several stand, by the item. */
  public static Map<String, Availability> byItem(Collection<ItemAvailability> all) {
    var byItem = HashMap.<String, Availability>newHashMap(all.size());
    all.forEach(one -> byItem.put(one.itemId, one.availability));
    return byItem;
  }
}

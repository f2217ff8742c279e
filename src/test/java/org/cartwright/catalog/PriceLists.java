package org.cartwright.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.taxes.ItemType;
import org.cartwright.pricing.taxes.TaxedItem;

/** What the catalog says, for tests that have no catalog. */
public final class PriceLists {

  private PriceLists() {}

  /** A product on sale, under its name as id. */
  public static Offer product(String name, long price) {
    return new Offer(
        name, name, new Cents(price), false, new TaxedItem(ItemType.PRODUCT, null, Set.of()));
  }

  /** These items and no taxes. */
  public static PriceList of(Offer... items) {
    return new PriceList(
        Arrays.stream(items).collect(Collectors.toMap(Offer::id, Function.identity())),
        Map.of(),
        List.of());
  }
}

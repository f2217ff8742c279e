package org.cartwright.pricing.taxes;

import java.util.Set;

/** Which items a tax is meant for. */
public enum TaxScope {
  /** Everything that is sold. */
  ALL,
  /** Goods: items of the types ITEM, PRODUCT and MEDICATION. */
  PRODUCTS_ONLY,
  /** Services. */
  SERVICES_ONLY,
  /** Memberships. */
  MEMBERSHIPS_ONLY,
  /**
   * Items whose category is one the tax names, to the letter. An item without a category is in
   * none.
   */
  SPECIFIC_CATEGORIES;

  boolean covers(TaxedItem item, Set<String> categories) {
    return switch (this) {
      case ALL -> true;
      case PRODUCTS_ONLY ->
          switch (item.type()) {
            case ITEM, PRODUCT, MEDICATION -> true;
            case SERVICE, PACKAGE, MEMBERSHIP -> false;
          };
      case SERVICES_ONLY -> item.type() == ItemType.SERVICE;
      case MEMBERSHIPS_ONLY -> item.type() == ItemType.MEMBERSHIP;
      case SPECIFIC_CATEGORIES -> item.category() != null && categories.contains(item.category());
    };
  }
}

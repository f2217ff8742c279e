package org.cartwright.catalog;

import java.util.List;
import org.cartwright.pricing.ItemType;
import org.jspecify.annotations.Nullable;

/** Which items to list; what is {@code null} was not asked for. */
record ItemSearch(
    @Nullable List<String> ids,
    @Nullable String name,
    @Nullable String category,
    @Nullable List<Long> priceRange,
    @Nullable Boolean isArchived,
    @Nullable Boolean isPhysical,
    @Nullable ItemType itemType) {

  Filter filter() {
    return new Filter()
        .in("x.id", "ids", ids)
        .contains("x.name", "name", name)
        .and("x.category = :category", "category", category)
        .between("x.price", "price", priceRange)
        .and("x.is_archived = :isArchived", "isArchived", isArchived)
        .and("x.is_physical = :isPhysical", "isPhysical", isPhysical)
        .and("x.type = :itemType", "itemType", itemType == null ? null : itemType.name());
  }
}

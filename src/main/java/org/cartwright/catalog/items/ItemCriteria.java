package org.cartwright.catalog.items;

import java.util.List;
import org.cartwright.platform.paging.PageQuery;
import org.cartwright.pricing.taxes.ItemType;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;

/** Which items to list; what is {@code null} was not asked for. */
public record ItemCriteria(
    @Nullable List<String> ids,
    @Nullable String name,
    @Nullable String category,
    @Nullable List<Long> priceRange,
    @Nullable Boolean isArchived,
    @Nullable Boolean isPhysical,
    @Nullable ItemType itemType) {

  PageQuery query() {
    return new PageQuery("item", CurrentTenant.id())
        .oneOf("x.id", ids)
        .contains("x.name", name)
        .where("x.category = ?", category)
        .between("x.price", priceRange)
        .where("x.is_archived = ?", isArchived)
        .where("x.is_physical = ?", isPhysical)
        .where("x.type = ?", itemType == null ? null : itemType.name());
  }
}

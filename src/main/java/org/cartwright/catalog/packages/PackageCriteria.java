package org.cartwright.catalog.packages;

import java.util.List;
import org.cartwright.platform.paging.PageQuery;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;

/**
 * Which packages to list; what is {@code null} was not asked for. Archived ones are never listed.
 */
public record PackageCriteria(
    @Nullable List<String> ids,
    @Nullable String name,
    @Nullable List<Long> price,
    @Nullable List<String> containsItems,
    @Nullable List<Long> numberOfActivePatients,
    @Nullable String category) {

  private static final String CONTAINS_ONE_OF =
      """
      exists (select from package_item c
                join item i on i.tenant_id = c.tenant_id and i.id = c.item_id
               where c.tenant_id = x.tenant_id
                 and c.package_id = x.id
                 and searchable(i.name) = any(array(select searchable(n) from unnest(cast(? as text[])) n)))\
      """;

  PageQuery query() {
    return new PageQuery("package", CurrentTenant.id())
        .where("not x.is_archived")
        .oneOf("x.id", ids)
        .contains("x.name", name)
        .between("x.price", price)
        .where(
            CONTAINS_ONE_OF,
            (Object) (containsItems == null ? null : containsItems.toArray(String[]::new)))
        // Nobody is on a package here, as far as its document says.
        .between("0", numberOfActivePatients)
        .where("x.category = ?", category);
  }
}

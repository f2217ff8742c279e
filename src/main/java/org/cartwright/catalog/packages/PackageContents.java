package org.cartwright.catalog.packages;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cartwright.platform.errors.Violation;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is in the packages, in order. Whoever changes it has locked the package before. */
@Component
class PackageContents {

  private static final String POSSIBLE =
      """
      select i.id
        from item i
        left join package_item c on c.tenant_id = i.tenant_id and c.item_id = i.id and c.package_id = ?
       where i.tenant_id = ? and i.id = any(?) and (not i.is_archived or c.id is not null)""";

  private final CatalogPackageItemRepository items;
  private final EntityManager entities;
  private final JdbcClient jdbc;

  PackageContents(CatalogPackageItemRepository items, EntityManager entities, JdbcClient jdbc) {
    this.items = items;
    this.entities = entities;
    this.jdbc = jdbc;
  }

  /**
   * Complains about every id that is used twice and every item that cannot be put into the package:
   * it does not exist, or it is archived and is not in the package already.
   */
  List<Violation> violations(String packageId, List<PackageItemInput> wanted) {
    var possible = possibleItems(packageId, wanted);
    var ids = new HashSet<String>();
    var violations = new ArrayList<Violation>();
    for (int i = 0; i < wanted.size(); i++) {
      var id = wanted.get(i).id();
      if (id != null && !ids.add(id)) {
        violations.add(Violation.inBody("the id is used twice in this package", "items", i, "id"));
      }
      if (!possible.contains(wanted.get(i).itemId())) {
        violations.add(Violation.inBody("there is no such item on sale", "items", i, "itemId"));
      }
    }
    return violations;
  }

  private Set<String> possibleItems(String packageId, List<PackageItemInput> wanted) {
    if (wanted.isEmpty()) {
      return Set.of();
    }
    return jdbc.sql(POSSIBLE)
        .param(packageId)
        .param(CurrentTenant.id())
        .param(wanted.stream().map(PackageItemInput::itemId).distinct().toArray(String[]::new))
        .query((row, n) -> row.getString("id"))
        .set();
  }

  /** From now on this, and nothing else, is in the package. */
  void replace(String packageId, List<PackageItemInput> wanted) {
    items.deleteByPackageId(packageId);
    put(packageId, wanted);
  }

  /** Puts this into a package that is empty; it is stored with the next flush, in one batch. */
  void put(String packageId, List<PackageItemInput> wanted) {
    for (int i = 0; i < wanted.size(); i++) {
      entities.persist(new CatalogPackageItem(packageId, wanted.get(i), i));
    }
  }
}

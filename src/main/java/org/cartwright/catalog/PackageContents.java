package org.cartwright.catalog;

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

  private final JdbcClient database;

  PackageContents(JdbcClient database) {
    this.database = database;
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
    return Set.copyOf(
        database
            .sql(
                """
                select i.id
                  from item i
                 where i.tenant_id = :tenant
                   and i.id = any(:items)
                   and (not i.is_archived
                        or exists (select from package_item c
                                    where c.tenant_id = i.tenant_id
                                      and c.package_id = :package
                                      and c.item_id = i.id))""")
            .param("tenant", CurrentTenant.id())
            .param("items", wanted.stream().map(PackageItemInput::itemId).toArray(String[]::new))
            .param("package", packageId)
            .query(String.class)
            .list());
  }

  /** From now on this, and nothing else, is in the package. */
  void replace(String packageId, List<PackageItemInput> wanted) {
    database
        .sql("delete from package_item where tenant_id = :tenant and package_id = :package")
        .param("tenant", CurrentTenant.id())
        .param("package", packageId)
        .update();
    put(packageId, wanted);
  }

  /** Puts this into a package that was empty. */
  void put(String packageId, List<PackageItemInput> wanted) {
    if (wanted.isEmpty()) {
      return;
    }
    database
        .sql(
            """
            insert into package_item (tenant_id, package_id, id, position, item_id, quantity, price)
            select :tenant, :package, c.id, c.place - 1, c.item_id, c.quantity, c.price
              from unnest(:ids, :items, :quantities, :prices)
                   with ordinality as c (id, item_id, quantity, price, place)""")
        .param("tenant", CurrentTenant.id())
        .param("package", packageId)
        .param("ids", wanted.stream().map(PackageItemInput::idOrNew).toArray(String[]::new))
        .param("items", wanted.stream().map(PackageItemInput::itemId).toArray(String[]::new))
        .param(
            "quantities", wanted.stream().map(PackageItemInput::quantity).toArray(Integer[]::new))
        .param("prices", wanted.stream().map(PackageItemInput::price).toArray(Long[]::new))
        .update();
  }
}

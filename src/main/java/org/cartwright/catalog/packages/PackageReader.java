package org.cartwright.catalog.packages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cartwright.catalog.CatalogRows;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.PageQuery;
import org.cartwright.platform.paging.Paging;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads packages with what is in them from typed rows, one or several with one statement, a page
 * with two. To see what was just changed, flush before.
 */
@Component
class PackageReader {

  /** A row for each item of each package, or one for an empty package. */
  private static final KeyedQuery PACKAGES =
      KeyedQuery.of(
          """
          select k.name, k.internal_notes, k.category, k.created_date,
                 c.id as part_id, c.quantity as part_quantity, c.price as part_price, i.name as i_name, %s
            from package k
            left join package_item c on c.tenant_id = k.tenant_id and c.package_id = k.id
            left join item i on i.tenant_id = c.tenant_id and i.id = c.item_id
           where k.tenant_id = ? and k.id {keys}
           order by k.id, c.position\
          """
              .formatted(CatalogRows.COLUMNS));

  private static final ResultSetExtractor<List<PackageDetail>> WHOLE = PackageReader::packages;

  private final JdbcClient jdbc;

  PackageReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<PackageDetail> find(String id) {
    return packages(List.of(id)).stream().findFirst();
  }

  Page<PackageDetail> page(PageQuery query, String order, Paging paging) {
    return query
        .page(jdbc, order, paging)
        .read(ids -> KeyedQuery.inOrder(ids, packages(ids), PackageDetail::id));
  }

  private List<PackageDetail> packages(Collection<String> ids) {
    return PACKAGES.with(jdbc, CurrentTenant.id(), ids).query(WHOLE);
  }

  private static List<PackageDetail> packages(ResultSet row) throws SQLException {
    var packages = new ArrayList<PackageDetail>();
    var items = new ArrayList<PackageItem>();
    while (row.next()) {
      var id = row.getString("k_id");
      if (packages.isEmpty() || !packages.getLast().id().equals(id)) {
        items = new ArrayList<>();
        packages.add(pack(row, id, items));
      }
      var part = row.getString("part_id");
      if (part != null) {
        items.add(
            new PackageItem(
                part,
                id,
                row.getString("i_id"),
                Columns.intOrNull(row, "part_quantity"),
                row.getLong("part_price"),
                CatalogRows.item(row, row.getString("i_name"))));
      }
    }
    return packages;
  }

  /** Which patients are on a package belongs to other products: none. */
  private static PackageDetail pack(ResultSet row, String id, List<PackageItem> items)
      throws SQLException {
    return new PackageDetail(
        id,
        row.getString("name"),
        row.getString("k_description"),
        row.getBoolean("k_is_archived"),
        row.getLong("k_price"),
        row.getString("k_external_id"),
        row.getString("internal_notes"),
        items,
        row.getString("category"),
        0,
        0,
        Columns.instant(row, "created_date"));
  }
}

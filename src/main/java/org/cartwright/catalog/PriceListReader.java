package org.cartwright.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cartwright.platform.rows.Columns;
import org.cartwright.pricing.Cents;
import org.cartwright.pricing.ItemType;
import org.cartwright.pricing.PackagePart;
import org.cartwright.pricing.Percentage;
import org.cartwright.pricing.Quantity;
import org.cartwright.pricing.TaxRule;
import org.cartwright.pricing.TaxScope;
import org.cartwright.pricing.TaxedItem;
import org.cartwright.pricing.TaxedPackage;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads price lists from typed rows: one statement for the items and one for the packages, if any
 * are asked for, and one for the taxes.
 */
@Component
class PriceListReader {

  private static final String ITEMS =
      """
      select i.id, i.name, i.price, i.is_archived, i.type, i.category, i.exempted_tax_ids
        from item i
       where i.tenant_id = ? and i.id = any(?)
      """;

  /** What a package contains counts whether or not it is archived: it was put there. */
  private static final String PACKAGES =
      """
      select k.id, k.name, k.price, k.is_archived,
             c.price as part_price, c.quantity as part_quantity, i.type, i.category, i.exempted_tax_ids
        from package k
             left join package_item c on c.tenant_id = k.tenant_id and c.package_id = k.id
             left join item i on i.tenant_id = c.tenant_id and i.id = c.item_id
       where k.tenant_id = ? and k.id = any(?)
       order by k.id, c.position
      """;

  private static final String TAXES =
      """
      select t.id, t.name, t.percentage, t.scope, t.category_names, t.location_ids
        from tax t
       where t.tenant_id = ? and not t.is_archived
       order by t.created_date, t.id
      """;

  private final JdbcClient jdbc;

  PriceListReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  PriceList read(Collection<String> itemIds, Collection<String> packageIds) {
    return new PriceList(items(itemIds), packages(packageIds), taxes());
  }

  private Map<String, Offer> items(Collection<String> ids) {
    var offers = new HashMap<String, Offer>();
    if (!ids.isEmpty()) {
      jdbc.sql(ITEMS)
          .param(CurrentTenant.id())
          .param(ids.toArray(String[]::new))
          .query((row, n) -> offer(row))
          .list()
          .forEach(offer -> offers.put(offer.id(), offer));
    }
    return offers;
  }

  private static Offer offer(ResultSet row) throws SQLException {
    return new Offer(
        row.getString("id"),
        row.getString("name"),
        new Cents(row.getLong("price")),
        row.getBoolean("is_archived"),
        taxed(row));
  }

  private static TaxedItem taxed(ResultSet row) throws SQLException {
    return new TaxedItem(
        Objects.requireNonNull(Columns.nameOrNull(row, "type", ItemType.class)),
        row.getString("category"),
        Set.copyOf(Columns.strings(row, "exempted_tax_ids")));
  }

  private Map<String, Offer> packages(Collection<String> ids) {
    var offers = new HashMap<String, Offer>();
    if (!ids.isEmpty()) {
      ResultSetExtractor<List<OpenPackage>> whole = PriceListReader::packages;
      jdbc.sql(PACKAGES)
          .param(CurrentTenant.id())
          .param(ids.toArray(String[]::new))
          .query(whole)
          .forEach(open -> offers.put(open.id(), open.offer()));
    }
    return offers;
  }

  private static List<OpenPackage> packages(ResultSet row) throws SQLException {
    var packages = new ArrayList<OpenPackage>();
    while (row.next()) {
      var id = row.getString("id");
      if (packages.isEmpty() || !packages.getLast().id().equals(id)) {
        packages.add(
            new OpenPackage(
                id,
                row.getString("name"),
                new Cents(row.getLong("price")),
                row.getBoolean("is_archived"),
                new ArrayList<>()));
      }
      var partPrice = Columns.longOrNull(row, "part_price");
      if (partPrice != null) {
        packages.getLast().parts().add(part(row, new Cents(partPrice)));
      }
    }
    return packages;
  }

  private static PackagePart part(ResultSet row, Cents price) throws SQLException {
    var quantity = Columns.intOrNull(row, "part_quantity");
    return new PackagePart(price, quantity == null ? null : Quantity.of(quantity), taxed(row));
  }

  /** A package while its contents are being read. */
  private record OpenPackage(
      String id, String name, Cents price, boolean archived, List<PackagePart> parts) {

    Offer offer() {
      return new Offer(id, name, price, archived, new TaxedPackage(parts));
    }
  }

  private List<TaxRule> taxes() {
    return jdbc.sql(TAXES).param(CurrentTenant.id()).query((row, n) -> tax(row)).list();
  }

  private static TaxRule tax(ResultSet row) throws SQLException {
    return new TaxRule(
        row.getString("id"),
        row.getString("name"),
        new Percentage(row.getBigDecimal("percentage")),
        TaxScope.valueOf(row.getString("scope")),
        Set.copyOf(Columns.strings(row, "category_names")),
        Set.copyOf(Columns.strings(row, "location_ids")));
  }
}

package org.cartwright.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.jdbc.RoundTrip;
import org.cartwright.platform.jdbc.RowQuery;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.cartwright.pricing.amounts.Quantity;
import org.cartwright.pricing.taxes.ItemType;
import org.cartwright.pricing.taxes.PackagePart;
import org.cartwright.pricing.taxes.TaxArea;
import org.cartwright.pricing.taxes.TaxRule;
import org.cartwright.pricing.taxes.TaxScope;
import org.cartwright.pricing.taxes.TaxedItem;
import org.cartwright.pricing.taxes.TaxedPackage;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Reads price lists from typed rows on one round trip: the items and the packages, if any are asked
 * for, and the taxes.
 */
@Component
class PriceListReader {

  private static final KeyedQuery ITEMS =
      KeyedQuery.of(
          """
          select i.id, i.name, i.price, i.is_archived, i.type, i.category, i.exempted_tax_ids
            from item i
           where i.tenant_id = ? and i.id {keys}
          """);

  /** What a package contains counts whether or not it is archived: it was put there. */
  private static final KeyedQuery PACKAGES =
      KeyedQuery.of(
          """
          select k.id, k.name, k.price, k.is_archived,
                 c.price as part_price, c.quantity as part_quantity, i.type, i.category, i.exempted_tax_ids
            from package k
                 left join package_item c on c.tenant_id = k.tenant_id and c.package_id = k.id
                 left join item i on i.tenant_id = c.tenant_id and i.id = c.item_id
           where k.tenant_id = ? and k.id {keys}
           order by k.id, c.position
          """);

  private static final String TAXES =
      """
      select t.id, t.name, t.percentage, t.scope, t.category_names, t.location_ids
        from tax t
       where t.tenant_id = ? and not t.is_archived
       order by t.created_date, t.id
      """;

  private final JdbcOperations jdbc;

  PriceListReader(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  PriceList read(Collection<String> itemIds, Collection<String> packageIds) {
    var tenant = CurrentTenant.id();
    var trip = new RoundTrip(jdbc);
    var items =
        itemIds.isEmpty() ? null : trip.ask(ITEMS.reading(tenant, itemIds, (row, n) -> offer(row)));
    var contents =
        packageIds.isEmpty()
            ? null
            : trip.ask(PACKAGES.reading(tenant, packageIds, (row, n) -> content(row)));
    var taxes = trip.ask(new RowQuery<>(TAXES, List.of(tenant), (row, n) -> tax(row)));
    trip.make();
    return new PriceList(
        items == null ? Map.of() : byId(items.rows()),
        contents == null ? Map.of() : byId(packages(contents.rows())),
        taxes.rows());
  }

  private static Map<String, Offer> byId(Collection<Offer> offers) {
    return offers.stream().collect(Collectors.toMap(Offer::id, offer -> offer));
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

  /**
   * A package and one of the things in it; an empty package has none.
   *
   * @param pack the package as if it were empty
   */
  private record Content(Offer pack, @Nullable PackagePart part) {}

  private static Content content(ResultSet row) throws SQLException {
    var pack =
        new Offer(
            row.getString("id"),
            row.getString("name"),
            new Cents(row.getLong("price")),
            row.getBoolean("is_archived"),
            new TaxedPackage(List.of()));
    var price = Columns.longOrNull(row, "part_price");
    return new Content(pack, price == null ? null : part(row, new Cents(price)));
  }

  private static PackagePart part(ResultSet row, Cents price) throws SQLException {
    var quantity = Columns.intOrNull(row, "part_quantity");
    return new PackagePart(price, quantity == null ? null : Quantity.of(quantity), taxed(row));
  }

  private static List<Offer> packages(List<Content> contents) {
    var packages = new LinkedHashMap<Offer, List<PackagePart>>();
    for (var content : contents) {
      var parts = packages.computeIfAbsent(content.pack(), pack -> new ArrayList<>());
      if (content.part() != null) {
        parts.add(content.part());
      }
    }
    return packages.entrySet().stream()
        .map(
            entry ->
                new Offer(
                    entry.getKey().id(),
                    entry.getKey().name(),
                    entry.getKey().price(),
                    entry.getKey().archived(),
                    new TaxedPackage(entry.getValue())))
        .toList();
  }

  private static TaxRule tax(ResultSet row) throws SQLException {
    return new TaxRule(
        row.getString("id"),
        row.getString("name"),
        new Percentage(row.getBigDecimal("percentage")),
        TaxScope.valueOf(row.getString("scope")),
        Set.copyOf(Columns.strings(row, "category_names")),
        TaxArea.ofLocations(Set.copyOf(Columns.strings(row, "location_ids"))));
  }
}

package org.cartwright.catalog.offers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.jdbc.RoundTrip;
import org.cartwright.platform.jdbc.RoundTrip.Asked;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Quantity;
import org.cartwright.pricing.taxes.PackagePart;
import org.cartwright.pricing.taxes.TaxedPackage;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;

/**
 * The packages of a price list, read on a round trip. They have the catalog's own price only, so no
 * market sells them.
 */
final class PackageOffers {

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

  /**
   * A package and one of the things in it; an empty package has none.
   *
   * @param pack the package as if it were empty
   */
  private record Content(Offer pack, @Nullable PackagePart part) {}

  private final @Nullable Asked<Content> contents;

  private PackageOffers(@Nullable Asked<Content> contents) {
    this.contents = contents;
  }

  /** Takes the question for them along, if there are any to ask for. */
  static PackageOffers asked(RoundTrip trip, Collection<String> ids, @Nullable String market) {
    return new PackageOffers(
        ids.isEmpty()
            ? null
            : trip.ask(
                PACKAGES.reading(
                    CurrentTenant.id(), ids, (row, n) -> content(row, market == null))));
  }

  /** What came back, by the ids of the packages. */
  Map<String, Offer> byId() {
    var packages = new LinkedHashMap<Offer, List<PackagePart>>();
    for (var content : contents == null ? List.<Content>of() : contents.rows()) {
      var parts = packages.computeIfAbsent(content.pack(), pack -> new ArrayList<>());
      if (content.part() != null) {
        parts.add(content.part());
      }
    }
    return packages.entrySet().stream()
        .map(entry -> entry.getKey().taxedAs(new TaxedPackage(entry.getValue())))
        .collect(Collectors.toMap(Offer::id, offer -> offer));
  }

  private static Content content(ResultSet row, boolean sold) throws SQLException {
    var pack =
        new Offer(
            row.getString("id"),
            row.getString("name"),
            sold ? new Cents(row.getLong("price")) : Cents.ZERO,
            row.getBoolean("is_archived"),
            new TaxedPackage(List.of()),
            sold,
            List.of());
    var price = Columns.longOrNull(row, "part_price");
    return new Content(pack, price == null ? null : part(row, new Cents(price)));
  }

  private static PackagePart part(ResultSet row, Cents price) throws SQLException {
    var quantity = Columns.intOrNull(row, "part_quantity");
    return new PackagePart(
        price, quantity == null ? null : Quantity.of(quantity), ItemOffers.taxed(row));
  }
}

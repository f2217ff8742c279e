package org.cartwright.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cartwright.pricing.Cents;
import org.cartwright.pricing.ItemType;
import org.cartwright.pricing.PackagePart;
import org.cartwright.pricing.Percentage;
import org.cartwright.pricing.Quantity;
import org.cartwright.pricing.TaxRule;
import org.cartwright.pricing.TaxScope;
import org.cartwright.pricing.TaxedItem;
import org.cartwright.pricing.TaxedPackage;
import org.jspecify.annotations.Nullable;

/** A price list as the database tells it, in one JSON document. */
record PriceListRow(List<ItemRow> items, List<PackageRow> packages, List<TaxRow> taxes) {

  /**
   * The statement that asks for it, of {@code :tenant}, {@code :items} and {@code :packages}. The
   * contents of packages count whether or not they are archived: they were put there. The facts of
   * items are not materialized: that would read the whole catalog.
   */
  static final String SQL =
      """
      with facts as not materialized (
          select i.tenant_id, i.id, i.name, i.price, i.is_archived,
                 jsonb_build_object(
                     'type', i.type,
                     'category', i.category,
                     'exemptedTaxIds', coalesce(to_jsonb(i.exempted_tax_ids), '[]')) as taxed
            from item i
           where i.tenant_id = :tenant)
      select jsonb_build_object(
          'items', (
              select coalesce(jsonb_agg(jsonb_build_object(
                         'id', f.id,
                         'name', f.name,
                         'price', f.price,
                         'archived', f.is_archived,
                         'taxed', f.taxed)), '[]')
                from facts f
               where f.id = any(:items)),
          'packages', (
              select coalesce(jsonb_agg(jsonb_build_object(
                         'id', p.id,
                         'name', p.name,
                         'price', p.price,
                         'archived', p.is_archived,
                         'parts', (
                             select coalesce(jsonb_agg(jsonb_build_object(
                                        'price', c.price,
                                        'quantity', c.quantity,
                                        'taxed', f.taxed) order by c.position), '[]')
                               from package_item c
                               join facts f on f.id = c.item_id
                              where c.tenant_id = p.tenant_id and c.package_id = p.id))), '[]')
                from package p
               where p.tenant_id = :tenant and p.id = any(:packages)),
          'taxes', (
              select coalesce(jsonb_agg(jsonb_build_object(
                         'id', t.id,
                         'name', t.name,
                         'percentage', t.percentage,
                         'scope', t.scope,
                         'categories', coalesce(to_jsonb(t.category_names), '[]'),
                         'locations', coalesce(to_jsonb(t.location_ids), '[]'))
                         order by t.created_date, t.id), '[]')
                from tax t
               where t.tenant_id = :tenant and not t.is_archived))
      """;

  PriceList priceList() {
    return new PriceList(
        byId(items.stream().map(ItemRow::offer).toList()),
        byId(packages.stream().map(PackageRow::offer).toList()),
        taxes.stream().map(TaxRow::rule).toList());
  }

  private static Map<String, Offer> byId(List<Offer> offers) {
    return offers.stream().collect(Collectors.toMap(Offer::id, Function.identity()));
  }

  record Taxed(ItemType type, @Nullable String category, Set<String> exemptedTaxIds) {

    TaxedItem item() {
      return new TaxedItem(type, category, exemptedTaxIds);
    }
  }

  record ItemRow(String id, String name, long price, boolean archived, Taxed taxed) {

    Offer offer() {
      return new Offer(id, name, new Cents(price), archived, taxed.item());
    }
  }

  record PackageRow(String id, String name, long price, boolean archived, List<PartRow> parts) {

    Offer offer() {
      var basis = new TaxedPackage(parts.stream().map(PartRow::part).toList());
      return new Offer(id, name, new Cents(price), archived, basis);
    }
  }

  record PartRow(long price, @Nullable Integer quantity, Taxed taxed) {

    PackagePart part() {
      return new PackagePart(
          new Cents(price), quantity == null ? null : Quantity.of(quantity), taxed.item());
    }
  }

  record TaxRow(
      String id,
      String name,
      BigDecimal percentage,
      TaxScope scope,
      Set<String> categories,
      Set<String> locations) {

    TaxRule rule() {
      return new TaxRule(id, name, new Percentage(percentage), scope, categories, locations);
    }
  }
}

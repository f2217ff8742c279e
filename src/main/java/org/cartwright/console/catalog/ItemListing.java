package org.cartwright.console.catalog;

import java.text.NumberFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cartwright.catalog.items.ItemDetail;
import org.cartwright.catalog.taxes.NamedTax;
import org.cartwright.console.page.Asked;
import org.cartwright.platform.paging.Page;
import org.cartwright.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * A page of items as it is shown.
 *
 * @param total how many there are on all pages, as the clinic writes it
 * @param pages how many of those there are
 */
record ItemListing(List<Row> rows, String total, long count, int page, int pages) {

  /**
   * An item.
   *
   * @param exempt the taxes in force that are not levied on it
   */
  record Row(
      String id,
      String name,
      @Nullable String brand,
      @Nullable String category,
      String price,
      boolean hasOpenPrice,
      List<String> exempt) {}

  static ItemListing of(
      Page<ItemDetail> found, List<NamedTax> taxes, ItemFilter filter, Tenant tenant) {
    var names = taxes.stream().collect(Collectors.toUnmodifiableMap(NamedTax::id, it -> it));
    var figures = tenant.figures(tenant.currency());
    return new ItemListing(
        found.data().stream()
            .map(
                item ->
                    new Row(
                        item.id(),
                        item.name(),
                        item.brandName(),
                        item.category(),
                        figures.money(item.price()),
                        item.allowCustomPricing(),
                        Objects.requireNonNullElse(item.exemptedTaxIds(), List.<String>of())
                            .stream()
                            .filter(names::containsKey)
                            .map(id -> name(Objects.requireNonNull(names.get(id))))
                            .toList()))
            .toList(),
        NumberFormat.getIntegerInstance(tenant.locale()).format(found.total()),
        found.total(),
        filter.page(),
        Asked.pages(found.total(), ItemFilter.SIZE));
  }

  /** What a tax is called among those of all markets. */
  static String name(NamedTax tax) {
    return tax.market() == null ? tax.name() : tax.name() + " (" + tax.market() + ")";
  }
}

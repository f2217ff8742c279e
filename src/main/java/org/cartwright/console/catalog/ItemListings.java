package org.cartwright.console.catalog;

import java.util.List;
import java.util.Map;
import org.cartwright.catalog.items.ItemDetail;
import org.cartwright.catalog.items.Items;
import org.cartwright.catalog.taxes.Taxes;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the list of items shows, all of it as of one moment. */
@Service
class ItemListings {

  private final Items items;
  private final Taxes taxes;
  private final Tenants tenants;

  ItemListings(Items items, Taxes taxes, Tenants tenants) {
    this.items = items;
    this.taxes = taxes;
    this.tenants = tenants;
  }

  /** A page of items, and the categories there are to choose from, as words of the template. */
  @Transactional(readOnly = true)
  public Map<String, Object> read(ItemFilter filter) {
    var found = items.page(filter.criteria(), filter.paging());
    List<String> ids = found.data().stream().map(ItemDetail::id).toList();
    return Map.of(
        "listing",
        ItemListing.of(found, taxes.named(), filter, tenants.current()),
        "favourites",
        items.favourites(ids),
        "categories",
        items.categories());
  }
}

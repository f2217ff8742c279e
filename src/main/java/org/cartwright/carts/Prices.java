package org.cartwright.carts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.cartwright.catalog.Offer;
import org.cartwright.catalog.PriceList;
import org.cartwright.platform.errors.Violation;
import org.cartwright.pricing.TaxBasis;
import org.cartwright.pricing.TaxRule;
import org.jspecify.annotations.Nullable;

/** What the catalog says today of everything that is, or is to be, on a cart. */
record Prices(PriceList list) {

  Collection<TaxRule> taxes() {
    return list.taxes();
  }

  /** What the catalog says of a product that is on a cart; archived ones are still known. */
  Offer offer(Product product) {
    var offer = find(product);
    if (offer == null) {
      throw new IllegalStateException("a product on a cart is never deleted from the catalog");
    }
    return offer;
  }

  TaxBasis basis(Product product) {
    return offer(product).taxBasis();
  }

  /**
   * A complaint about each product that is to be added and that the catalog does not offer. What is
   * withdrawn from sale may stay as often as it is present.
   *
   * @param list the field of the request in which the products are; {@code null} if there is but
   *     one, and it is the request
   */
  List<Violation> notOffered(List<Product> wanted, List<Product> present, @Nullable String list) {
    var staying = new ArrayList<>(present);
    var found = new ArrayList<Violation>();
    for (int i = 0; i < wanted.size(); i++) {
      var product = wanted.get(i);
      var offer = find(product);
      var stays = staying.remove(product);
      if (offer == null || (offer.archived() && !stays)) {
        var sentence =
            "there is no such " + (product.itemId() != null ? "item" : "package") + " to add";
        found.add(
            list == null
                ? Violation.inBody(sentence, product.field())
                : Violation.inBody(sentence, list, i, product.field()));
      }
    }
    return found;
  }

  private @Nullable Offer find(Product product) {
    return product.itemId() != null
        ? list.item(product.itemId()).orElse(null)
        : list.pack(String.valueOf(product.packageId())).orElse(null);
  }
}

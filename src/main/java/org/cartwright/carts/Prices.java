package org.cartwright.carts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.cartwright.catalog.Offer;
import org.cartwright.catalog.PriceList;
import org.cartwright.platform.errors.InvalidRequest;
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
   * Makes sure that what is to be added can be.
   *
   * @throws InvalidRequest naming each product that the catalog does not offer
   */
  void requireOffered(List<Product> wanted, Collection<Product> present, boolean inList) {
    var found = new ArrayList<Violation>();
    for (int i = 0; i < wanted.size(); i++) {
      var product = wanted.get(i);
      var offer = find(product);
      if (offer == null || (offer.archived() && !present.contains(product))) {
        var sentence =
            "there is no such " + (product.itemId() != null ? "item" : "package") + " to add";
        found.add(
            inList
                ? Violation.inBody(sentence, "items", i, product.field())
                : Violation.inBody(sentence, product.field()));
      }
    }
    InvalidRequest.throwIfAny(found);
  }

  private @Nullable Offer find(Product product) {
    return product.itemId() != null
        ? list.item(product.itemId()).orElse(null)
        : list.pack(String.valueOf(product.packageId())).orElse(null);
  }
}

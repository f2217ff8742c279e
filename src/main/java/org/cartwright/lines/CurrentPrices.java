package org.cartwright.lines;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cartwright.catalog.Catalog;
import org.cartwright.catalog.Offer;
import org.cartwright.catalog.PriceList;
import org.cartwright.platform.errors.Violation;
import org.cartwright.pricing.PricingTerms;
import org.cartwright.pricing.taxes.TaxBasis;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.pricing.taxes.TaxPlace;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog says today of everything that is, or is to be, on a cart or quote.
 *
 * @param currency what the cart or quote is in, and the prices with it
 * @param patientLocation where the patient is at home, which decides which taxes apply
 */
public record CurrentPrices(PriceList list, Currency currency, @Nullable String patientLocation) {

  /** Looks all of it up, with one statement. */
  public static CurrentPrices of(
      Catalog catalog,
      Collection<Product> products,
      Currency currency,
      @Nullable String patientLocation) {
    return new CurrentPrices(
        catalog.priceList(
            ids(products.stream().map(Product::itemId)),
            ids(products.stream().map(Product::packageId))),
        currency,
        patientLocation);
  }

  private static List<String> ids(Stream<@Nullable String> named) {
    return named.filter(Objects::nonNull).distinct().toList();
  }

  /** On which terms the whole is priced: clinics' prices are without taxes. */
  PricingTerms terms() {
    return new PricingTerms(
        currency, TaxMode.EXCLUSIVE, list.taxes(), TaxPlace.of(patientLocation), null);
  }

  /** What the catalog says of a product that is on a line; archived ones are still known. */
  Offer offer(Product product) {
    var offer = find(product);
    if (offer == null) {
      throw new IllegalStateException("a product on a line is never deleted from the catalog");
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
  public List<Violation> notOffered(
      List<Product> wanted, List<Product> present, @Nullable String list) {
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

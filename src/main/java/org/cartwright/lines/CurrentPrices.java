package org.cartwright.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cartwright.catalog.offers.Offer;
import org.cartwright.catalog.offers.PriceList;
import org.cartwright.coupons.CouponTerms;
import org.cartwright.platform.errors.Violation;
import org.cartwright.pricing.LineKind;
import org.cartwright.pricing.PriceSource;
import org.cartwright.pricing.PricingTerms;
import org.cartwright.pricing.Tier;
import org.cartwright.pricing.taxes.TaxBasis;
import org.cartwright.pricing.taxes.TaxedItem;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog says today of everything that is, or is to be, on a cart or quote, and what its
 * coupon gives; {@link SalePrices} looks it up.
 *
 * @param list what it costs in the market, or without one; of its taxes those of other places may
 *     be left out
 * @param coupon what the coupon gives; absent if there is none, or it gives nothing
 * @param quantities how much there is of everything, which decides which tiers are reached
 */
public record CurrentPrices(
    PriceList list, Sale sale, @Nullable CouponTerms coupon, Quantities quantities) {

  public CurrentPrices(PriceList list, Sale sale, @Nullable CouponTerms coupon) {
    this(list, sale, coupon, Quantities.NONE);
  }

  /** The same for other quantities. */
  CurrentPrices selling(Quantities others) {
    return new CurrentPrices(list, sale, coupon, others);
  }

  boolean areOfAMarket() {
    return sale.terms() != null;
  }

  /** On which terms the whole is priced. */
  PricingTerms terms() {
    return new PricingTerms(
        sale.currency(),
        sale.taxMode(),
        sale.isTaxed() ? list.taxes() : List.of(),
        sale.place(),
        coupon == null ? null : coupon.coupon());
  }

  /** What the catalog says of a product that is on a line; archived ones are still known. */
  Offer offer(Product product) {
    var offer = find(product);
    if (offer == null) {
      throw new IllegalStateException("a product on a line is never deleted from the catalog");
    }
    return offer;
  }

  /** What one of it costs on a line, whether or not it was withdrawn from sale. */
  UnitPrice asked(LineKind kind, Product product) {
    var offer = offer(product);
    if (!offer.sold()) {
      return UnitPrice.MISSING;
    }
    var tier =
        kind == LineKind.FEE
            ? Optional.<Tier>empty()
            : Tier.reached(offer.tiers(), quantities.of(product));
    var amount = tier.map(reached -> reached.priceOf(offer.price())).orElse(offer.price());
    var terms = sale.terms();
    if (terms != null && terms.areNetOfTaxes()) {
      amount = offer.taxBasis().netOf(amount, list.taxes(), sale.place());
    }
    return tier.isPresent()
        ? new UnitPrice(amount, PriceSource.TIER, tier.get().from())
        : UnitPrice.ofCatalog(amount);
  }

  /**
   * The same of a line whose price is looked up. In a market that is none if it is not sold there;
   * without one, what was withdrawn from sale has none but its own, and absent is the answer.
   */
  Optional<UnitPrice> of(LineItem line) {
    return areOfAMarket() || !offer(line.product()).archived()
        ? Optional.of(asked(line.kind(), line.product()))
        : Optional.empty();
  }

  TaxBasis basis(Product product) {
    return offer(product).taxBasis();
  }

  /** Whether the coupon covers it, if there is one. */
  boolean isCouponed(Product product) {
    if (coupon == null || product.itemId() == null) {
      return coupon != null && coupon.coversAll();
    }
    return coupon.covers(
        product.itemId(), basis(product) instanceof TaxedItem item ? item.category() : null);
  }

  /**
   * A complaint about each product that is to be added and that the catalog does not offer, or the
   * market does not sell. What is withdrawn from sale may stay as often as it is present.
   *
   * @param fee where among them the fee is sent back, which is not added; see {@link
   *     LineItems#feeSentBack}
   * @param list the field of the request in which the products are; {@code null} if there is but
   *     one, and it is the request
   */
  public List<Violation> notOffered(
      List<Product> wanted, OptionalInt fee, List<Product> present, @Nullable String list) {
    var staying = new ArrayList<>(present);
    var found = new ArrayList<Violation>();
    for (int i = 0; i < wanted.size(); i++) {
      if (fee.isPresent() && fee.getAsInt() == i) {
        continue;
      }
      var product = wanted.get(i);
      var offer = find(product);
      var stays = staying.remove(product);
      var sentence =
          offer == null ? notThere(product) : stays ? null : notToBeAdded(product, offer);
      if (sentence != null) {
        found.add(
            list == null
                ? Violation.inBody(sentence, product.field())
                : Violation.inBody(sentence, list, i, product.field()));
      }
    }
    return found;
  }

  /** The same where no fee is sent back. */
  public List<Violation> notOffered(
      List<Product> wanted, List<Product> present, @Nullable String list) {
    return notOffered(wanted, OptionalInt.empty(), present, list);
  }

  private static @Nullable String notToBeAdded(Product product, Offer offer) {
    if (offer.archived()) {
      return notThere(product);
    }
    return offer.sold() ? null : "this is not sold in the cart's market";
  }

  private static String notThere(Product product) {
    return "there is no such " + (product.itemId() != null ? "item" : "package") + " to add";
  }

  private @Nullable Offer find(Product product) {
    return product.itemId() != null
        ? list.item(product.itemId()).orElse(null)
        : list.pack(String.valueOf(product.packageId())).orElse(null);
  }
}

package org.cartwright.lines;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cartwright.catalog.Catalog;
import org.cartwright.coupons.CouponTerms;
import org.cartwright.coupons.Coupons;
import org.cartwright.pricing.taxes.TaxPlace;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks up what things cost today. */
@Component
public class SalePrices {

  private final Catalog catalog;
  private final Coupons coupons;
  private final Clock clock;

  SalePrices(Catalog catalog, Coupons coupons, Clock clock) {
    this.catalog = catalog;
    this.coupons = coupons;
    this.clock = clock;
  }

  /** What these products cost in a sale, on one round trip, and one more if there is a coupon. */
  public CurrentPrices of(Sale sale, Collection<Product> products) {
    return new CurrentPrices(
        catalog
            .priceList(
                ids(products.stream().map(Product::itemId)),
                ids(products.stream().map(Product::packageId)),
                sale.marketId())
            .at(sale.place()),
        sale,
        coupon(sale));
  }

  /**
   * Whether lines that are sold like this come to the same at another place, with what things cost
   * and which taxes there are today. Of what has no price any more nobody can say what it is net of
   * other taxes.
   */
  public boolean comeToTheSame(LineItems items, Sale sale, TaxPlace place) {
    var now = clock.instant();
    var products = items.products();
    var here = items.pricedAnew(GoodsWish.NOTHING, of(sale, products), now);
    return !(sale.isNetOfTaxes() && here.lackAPrice())
        && here.sayTheSameAs(
            items.pricedAnew(GoodsWish.NOTHING, of(sale.at(place), products), now));
  }

  private @Nullable CouponTerms coupon(Sale sale) {
    var code = sale.terms() == null ? null : sale.terms().couponCode();
    return code != null
            && coupons.terms(code, sale.currency(), sale.patientId(), clock.instant())
                instanceof CouponTerms given
        ? given
        : null;
  }

  private static List<String> ids(Stream<@Nullable String> named) {
    return named.filter(Objects::nonNull).distinct().toList();
  }
}

package org.cartwright.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.cartwright.lines.SomeLines.CREAM;
import static org.cartwright.lines.SomeLines.LASER_DAY;
import static org.cartwright.lines.SomeLines.SERUM;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.cartwright.coupons.CouponTerms;
import org.cartwright.platform.errors.Violation;
import org.cartwright.pricing.Coupon;
import org.cartwright.pricing.Discount;
import org.cartwright.pricing.PricingTerms;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.pricing.taxes.TaxPlace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may be added, and what may stay, as the catalog is today. */
class CurrentPricesTests {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final TaxPlace BERLIN = TaxPlace.at("DE", "BE", "10115");

  private static final Product UNKNOWN = new Product("unknown", null);
  private static final Product UNKNOWN_PACKAGE = new Product(null, "serum");

  /** The serum is on sale, the cream is withdrawn. */
  private static final CurrentPrices TODAY =
      SomeLines.prices(
          new SomeLines.Sold("serum", "Serum", 1000, false),
          new SomeLines.Sold("cream", "Cream", 300, true));

  @Test
  void whatIsOnSaleMayBeAdded() {
    assertThat(TODAY.notOffered(List.of(SERUM, LASER_DAY, SERUM), List.of(), "items")).isEmpty();
  }

  @Test
  void whatIsNotOnSaleIsComplainedAboutAtItsPlace() {
    assertThat(
            TODAY.notOffered(List.of(UNKNOWN, SERUM, CREAM, UNKNOWN_PACKAGE), List.of(), "items"))
        .containsExactly(
            Violation.inBody("there is no such item to add", "items", 0, "itemId"),
            Violation.inBody("there is no such item to add", "items", 2, "itemId"),
            Violation.inBody("there is no such package to add", "items", 3, "packageId"));
    assertThat(TODAY.notOffered(List.of(CREAM), List.of(), null))
        .containsExactly(Violation.inBody("there is no such item to add", "itemId"));
  }

  @Test
  void whatIsWithdrawnMayStayAsOftenAsItIsThere() {
    assertThat(TODAY.notOffered(List.of(CREAM, CREAM), List.of(CREAM, SERUM, CREAM), "items"))
        .isEmpty();
    assertThat(TODAY.notOffered(List.of(CREAM, CREAM), List.of(SERUM, CREAM), "items"))
        .containsExactly(Violation.inBody("there is no such item to add", "items", 1, "itemId"));
  }

  @Test
  void itemsAndPackagesAreToldApart() {
    assertThat(TODAY.offer(CREAM).price()).isEqualTo(new Cents(300));
    assertThat(TODAY.offer(LASER_DAY).price()).isEqualTo(new Cents(5000));
    assertThat(TODAY.basis(LASER_DAY)).isEqualTo(TODAY.offer(LASER_DAY).taxBasis());
    assertThatIllegalStateException().isThrownBy(() -> TODAY.offer(UNKNOWN_PACKAGE));
    assertThat(SERUM.field()).isEqualTo("itemId");
    assertThat(LASER_DAY.field()).isEqualTo("packageId");
  }

  @Test
  void aProductIsOneOfAnItemAndAPackage() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Product("item", "package"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Product(null, null));
  }

  @Test
  void withoutAMarketTaxesAreAddedWhereverThePatientIsAtHome() {
    assertThat(sold(null, null).terms())
        .isEqualTo(
            new PricingTerms(
                EUR, TaxMode.EXCLUSIVE, TODAY.list().taxes(), TaxPlace.of("north"), null));
  }

  @Test
  void inAMarketTaxesAreThoseOfTheAddressUnlessTheCustomerIsExempt() {
    assertThat(sold(inBerlin(false), null).terms())
        .isEqualTo(new PricingTerms(EUR, TaxMode.INCLUSIVE, TODAY.list().taxes(), BERLIN, null));
    assertThat(sold(inBerlin(true), null).terms())
        .isEqualTo(new PricingTerms(EUR, TaxMode.EXCLUSIVE, List.of(), BERLIN, null));
  }

  @Test
  void aCouponTakesOffAnAmountOrAPercentage() {
    assertThat(sold(inBerlin(false), amount(500)).terms().coupon())
        .isEqualTo(new Coupon(Discount.flat(new Cents(500)), new Cents(1000)));
    assertThat(sold(inBerlin(false), percent(Set.of(), Set.of())).terms().coupon())
        .isEqualTo(new Coupon(SomeLines.percent("10"), new Cents(2000)));
  }

  @Test
  void aCouponForEverythingCoversPackagesAndOneForItemsDoesNot() {
    assertCovered(null);
    assertCovered(amount(500), SERUM, CREAM, LASER_DAY);
    assertCovered(percent(Set.of(), Set.of()), SERUM, CREAM, LASER_DAY);
    assertCovered(percent(Set.of("cream", "laser-day"), Set.of()), CREAM);
    assertCovered(percent(Set.of(), Set.of("Skin")), SERUM);
    assertCovered(percent(Set.of("cream"), Set.of("Skin")), SERUM, CREAM);
    assertCovered(percent(Set.of(), Set.of("Hair")));
  }

  private static void assertCovered(@Nullable CouponTerms coupon, Product... covered) {
    var prices = sold(inBerlin(false), coupon);

    assertThat(List.of(SERUM, CREAM, LASER_DAY).stream().filter(prices::isCouponed))
        .containsExactly(covered);
  }

  private static CurrentPrices sold(@Nullable SaleTerms terms, @Nullable CouponTerms coupon) {
    return new CurrentPrices(TODAY.list(), new Sale(EUR, "patient", "north", terms), coupon);
  }

  private static SaleTerms inBerlin(boolean exempt) {
    return new SaleTerms("eu", TaxMode.INCLUSIVE, "DE", "BE", "10115", exempt, null);
  }

  private static CouponTerms amount(long cents) {
    return new CouponTerms(
        "coupon", "FIVE", null, new Cents(cents), new Cents(1000), Set.of(), Set.of());
  }

  private static CouponTerms percent(Set<String> items, Set<String> categories) {
    return new CouponTerms(
        "coupon", "TEN", new Percentage(BigDecimal.TEN), null, new Cents(2000), items, categories);
  }
}

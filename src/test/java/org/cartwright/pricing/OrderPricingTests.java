package org.cartwright.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.cartwright.pricing.amounts.Quantity;
import org.cartwright.pricing.taxes.ItemType;
import org.cartwright.pricing.taxes.TaxArea;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.pricing.taxes.TaxPlace;
import org.cartwright.pricing.taxes.TaxRule;
import org.cartwright.pricing.taxes.TaxScope;
import org.cartwright.pricing.taxes.TaxedAmount;
import org.cartwright.pricing.taxes.TaxedItem;
import org.cartwright.pricing.taxes.TaxedPackage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Documents with tiers, coupons, fees and taxes inside. */
class OrderPricingTests {

  private static final TaxedItem MUG = new TaxedItem(ItemType.PRODUCT, "Mugs", Set.of());
  private static final TaxedItem OTHER = new TaxedItem(ItemType.PRODUCT, null, Set.of());

  @Test
  void fiftyMugsWithATierADiscountACouponAndExpress() {
    var tiers =
        List.of(
            Tier.percentOff(quantity("10"), rate("5")), Tier.priced(quantity("50"), cents(990)));
    var unit = Tier.reached(tiers, new BigDecimal(50)).orElseThrow().priceOf(cents(1250));

    var order =
        Pricing.price(
            List.of(goods(unit.value(), "50", Discount.none(), true), fee(4500)),
            flat(1500),
            terms(
                TaxMode.EXCLUSIVE,
                new Coupon(percent("10"), cents(20_000)),
                tax("sales", "8.25", TaxScope.ALL)));

    assertThat(unit).isEqualTo(cents(990));
    assertLine(order.lines().get(0), 49_500, 1500, 4800, 43_200, 3564);
    assertLine(order.lines().get(1), 4500, 0, 0, 4500, 371);
    assertTotals(order, 54_000, 1500, 4800, 3935, 51_635);
    assertThat(order.fees()).isEqualTo(cents(4500));
  }

  @Test
  void taxOnTopIsRoundedOnceForTheLine() {
    var order =
        Pricing.price(
            List.of(goods(33, "3", Discount.none(), true)),
            Discount.none(),
            terms(TaxMode.EXCLUSIVE, null, tax("vat", "20", TaxScope.ALL)));

    assertTotals(order, 99, 0, 0, 20, 119);
  }

  @Test
  void taxInsideIsWhatThePriceIsAboveItsNet() {
    var order =
        Pricing.price(
            List.of(goods(299, "1", Discount.none(), true)),
            Discount.none(),
            terms(TaxMode.INCLUSIVE, null, tax("vat", "4", TaxScope.ALL)));

    assertTotals(order, 299, 0, 0, 11, 299);
  }

  @Test
  void discountsActOnPricesWithTheTaxesInside() {
    var everything = tax("everything", "15", TaxScope.ALL);
    var mugs = tax("mugs", "5", TaxScope.SPECIFIC_CATEGORIES);

    var order =
        Pricing.price(
            List.of(
                new Line(LineKind.GOODS, cents(2990), quantity("2"), percent("12.5"), true, MUG),
                goods(1999, "1", Discount.none(), false),
                fee(500)),
            percent("5"),
            terms(TaxMode.INCLUSIVE, new Coupon(flat(700), Cents.ZERO), everything, mugs));

    assertLine(order.lines().get(0), 5232, 262, 700, 4270, 712);
    assertThat(order.lines().get(0).taxes())
        .extracting(TaxedAmount::amount)
        .containsExactly(cents(534), cents(178));
    assertLine(order.lines().get(1), 1999, 100, 0, 1899, 248);
    assertLine(order.lines().get(2), 500, 0, 0, 500, 65);
    assertTotals(order, 7731, 362, 700, 1025, 6669);
  }

  @Test
  void aCouponActsFromItsMinimumOnWhichTheGoodsReachBeforeAnyDiscount() {
    var coupon = new Coupon(percent("10"), cents(1000));

    assertThat(withCoupon(coupon, 999, 0)).isEqualTo(Cents.ZERO);
    assertThat(withCoupon(coupon, 1000, 0)).isEqualTo(cents(100));
    assertThat(withCoupon(coupon, 1000, 400)).isEqualTo(cents(60));
  }

  @Test
  void aFeeHelpsNobodyOverAMinimum() {
    var order =
        Pricing.price(
            List.of(goods(999, "1", Discount.none(), true), fee(500)),
            Discount.none(),
            terms(TaxMode.EXCLUSIVE, new Coupon(percent("10"), cents(1000))));

    assertTotals(order, 1499, 0, 0, 0, 1499);
  }

  @Test
  void aFlatCouponTakesNoMoreThanWhatItCovers() {
    var order =
        Pricing.price(
            List.of(
                goods(300, "1", Discount.none(), true), goods(5000, "1", Discount.none(), false)),
            percent("50"),
            terms(TaxMode.EXCLUSIVE, new Coupon(flat(700), Cents.ZERO)));

    assertLine(order.lines().get(0), 300, 150, 150, 0, 0);
    assertTotals(order, 5300, 2650, 150, 0, 2500);
  }

  @Test
  void aCouponThatCoversNothingTakesNothing() {
    var order =
        Pricing.price(
            List.of(goods(300, "1", Discount.none(), false)),
            Discount.none(),
            terms(TaxMode.EXCLUSIVE, new Coupon(percent("100"), Cents.ZERO)));

    assertTotals(order, 300, 0, 0, 0, 300);
  }

  @Test
  void nothingButTheFeeIsLeftWhereTheGoodsAreFree() {
    var order =
        Pricing.price(
            List.of(goods(300, "1", Discount.none(), true), fee(450)),
            percent("100"),
            terms(TaxMode.EXCLUSIVE, new Coupon(percent("10"), Cents.ZERO)));

    assertTotals(order, 750, 300, 0, 0, 450);
  }

  @Test
  void whoIsExemptPaysTheNetOfAPriceWithTaxesInside() {
    var rules =
        List.of(tax("vat", "15", TaxScope.ALL), tax("mugs", "5", TaxScope.SPECIFIC_CATEGORIES));

    assertThat(MUG.netOf(cents(2990), rules, TaxPlace.UNKNOWN)).isEqualTo(cents(2492));
    assertThat(OTHER.netOf(cents(2990), rules, TaxPlace.UNKNOWN)).isEqualTo(cents(2600));
    assertThat(OTHER.netOf(cents(2990), List.of(), TaxPlace.UNKNOWN)).isEqualTo(cents(2990));
    assertThat(new TaxedPackage(List.of()).netOf(cents(2990), rules, TaxPlace.UNKNOWN))
        .isEqualTo(cents(2600));
  }

  @Test
  void aDocumentWhoseCouponDoesNotAddUpCannotBeMade() {
    var lines =
        Pricing.price(
                List.of(goods(100, "1", Discount.none(), true)),
                Discount.none(),
                terms(TaxMode.EXCLUSIVE, new Coupon(percent("10"), Cents.ZERO)))
            .lines();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> document(lines, new Coupon(percent("20"), Cents.ZERO), 10, 90))
        .withMessage("the coupon of a priced document must add up");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> document(lines, new Coupon(percent("20"), Cents.ZERO), 20, 80))
        .withMessage("the shares of the coupon of a priced document must add up");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> document(lines, new Coupon(percent("10"), Cents.ZERO), 10, 100))
        .withMessage("the total of a priced document must add up");
    assertThat(document(lines, new Coupon(percent("10"), Cents.ZERO), 10, 90).couponAmount())
        .isEqualTo(cents(10));
  }

  @Test
  void aLineGivesTheCouponNoMoreThanTheDiscountLeaves() {
    var line = goods(100, "1", Discount.none(), true);

    assertThat(new PricedLine(line, cents(60), cents(40), List.of()).taxable())
        .isEqualTo(Cents.ZERO);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PricedLine(line, cents(60), cents(41), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PricedLine(line, cents(60), cents(-1), List.of()));
  }

  @Test
  void nothingFallsOnAFeeOrOnWhatTheCouponLeavesOut() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PricedLine(fee(100), cents(1), Cents.ZERO, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PricedLine(fee(100), Cents.ZERO, cents(1), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new PricedLine(
                    goods(100, "1", Discount.none(), false), Cents.ZERO, cents(1), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Line(LineKind.FEE, cents(1), Quantity.ONE, Discount.none(), true, OTHER));
  }

  @Test
  void aCouponTakesSomethingOffAndHasNoNegativeMinimum() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Coupon(Discount.none(), Cents.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> new Coupon(flat(1), cents(-1)));
  }

  private static Cents withCoupon(Coupon coupon, long price, long discount) {
    return Pricing.price(
            List.of(goods(price, "1", Discount.none(), true)),
            flat(discount),
            terms(TaxMode.EXCLUSIVE, coupon))
        .couponAmount();
  }

  private static PricedLines document(
      List<PricedLine> lines, Coupon coupon, long couponAmount, long total) {
    return new PricedLines(
        Currency.getInstance("USD"),
        TaxMode.EXCLUSIVE,
        lines,
        Discount.none(),
        coupon,
        cents(100),
        Cents.ZERO,
        cents(couponAmount),
        Cents.ZERO,
        cents(total));
  }

  private static void assertLine(
      PricedLine line, long net, long share, long couponShare, long taxable, long tax) {
    assertThat(line.net()).isEqualTo(cents(net));
    assertThat(line.share()).isEqualTo(cents(share));
    assertThat(line.couponShare()).isEqualTo(cents(couponShare));
    assertThat(line.taxable()).isEqualTo(cents(taxable));
    assertThat(line.taxAmount()).isEqualTo(cents(tax));
  }

  private static void assertTotals(
      PricedLines order, long subtotal, long discount, long coupon, long tax, long total) {
    assertThat(order.subtotal()).isEqualTo(cents(subtotal));
    assertThat(order.discountAmount()).isEqualTo(cents(discount));
    assertThat(order.couponAmount()).isEqualTo(cents(coupon));
    assertThat(order.taxAmount()).isEqualTo(cents(tax));
    assertThat(order.total()).isEqualTo(cents(total));
  }

  private static Line goods(long price, String quantity, Discount discount, boolean couponed) {
    return new Line(LineKind.GOODS, cents(price), quantity(quantity), discount, couponed, OTHER);
  }

  private static Line fee(long price) {
    return new Line(LineKind.FEE, cents(price), Quantity.ONE, Discount.none(), false, OTHER);
  }

  private static PricingTerms terms(TaxMode mode, @Nullable Coupon coupon, TaxRule... taxes) {
    return new PricingTerms(
        Currency.getInstance("USD"), mode, List.of(taxes), TaxPlace.UNKNOWN, coupon);
  }

  private static TaxRule tax(String id, String rate, TaxScope scope) {
    return new TaxRule(id, id, rate(rate), scope, Set.of("Mugs"), TaxArea.EVERYWHERE);
  }

  private static Cents cents(long value) {
    return new Cents(value);
  }

  private static Quantity quantity(String value) {
    return new Quantity(new BigDecimal(value));
  }

  private static Percentage rate(String value) {
    return new Percentage(new BigDecimal(value));
  }

  private static Discount percent(String value) {
    return Discount.percent(rate(value));
  }

  private static Discount flat(long value) {
    return Discount.flat(cents(value));
  }
}

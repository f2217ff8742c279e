package org.cartwright.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.FigureTooLarge;
import org.cartwright.pricing.amounts.Percentage;
import org.cartwright.pricing.amounts.Quantity;
import org.cartwright.pricing.taxes.ItemType;
import org.cartwright.pricing.taxes.PackagePart;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricingTests {

  private static final Currency DOLLARS = Currency.getInstance("USD");

  private static final TaxedItem GOODS = new TaxedItem(ItemType.PRODUCT, null, Set.of());
  private static final TaxedItem CONSULTATION =
      new TaxedItem(ItemType.SERVICE, null, Set.of("goods"));

  private static final TaxRule ON_GOODS = tax("goods", "8.25", TaxScope.PRODUCTS_ONLY);
  private static final TaxRule ON_ALL = tax("all", "100", TaxScope.ALL);

  @Test
  void pricesTheExampleOfThePackagePage() {
    var cart =
        price(
            List.of(
                new Line(new Cents(1299), quantity("2.5"), percent("10"), GOODS),
                new Line(new Cents(4999), quantity("1"), flat(500), GOODS),
                new Line(new Cents(3333), quantity("3"), Discount.none(), CONSULTATION)),
            percent("7.5"),
            List.of(ON_GOODS),
            null);

    assertFigures(cart.lines().get(0), 3248, 325, 2923, 219, 2704, 223);
    assertFigures(cart.lines().get(1), 4999, 500, 4499, 338, 4161, 343);
    assertFigures(cart.lines().get(2), 9999, 0, 9999, 750, 9249, 0);
    assertThat(cart.subtotal()).isEqualTo(new Cents(17421));
    assertThat(cart.discountAmount()).isEqualTo(new Cents(1307));
    assertThat(cart.taxAmount()).isEqualTo(new Cents(566));
    assertThat(cart.total()).isEqualTo(new Cents(16680));
  }

  @Test
  void tellsWhatEveryFigureWasBeforeRounding() {
    var line = new Line(new Cents(1299), quantity("2.5"), percent("10"), GOODS);

    var cart = price(List.of(line), percent("7.5"), List.of(ON_GOODS), null);

    var priced = cart.lines().get(0);
    assertThat(priced.line().exactGross()).isEqualByComparingTo("3247.5");
    assertThat(priced.line().discount().exactlyOn(priced.line().gross()))
        .isEqualByComparingTo("324.8");
    assertThat(cart.discount().exactlyOn(cart.subtotal())).isEqualByComparingTo("219.225");
    var tax = priced.taxes().get(0);
    assertThat(tax.taxId()).isEqualTo("goods");
    assertThat(tax.name()).isEqualTo("Tax goods");
    assertThat(tax.rate().value()).isEqualByComparingTo("8.25");
    assertThat(tax.part()).isNull();
    assertThat(tax.base()).isEqualTo(priced.taxable()).isEqualTo(new Cents(2704));
    assertThat(tax.exact()).isEqualByComparingTo("223.08");
    assertThat(tax.amount()).isEqualTo(new Cents(223));
  }

  @Test
  void pricesADocumentWithoutLinesAtNothing() {
    var cart = price(List.of(), flat(500), List.of(ON_ALL), null);

    assertThat(cart)
        .isEqualTo(
            new PricedLines(
                DOLLARS,
                TaxMode.EXCLUSIVE,
                List.of(),
                flat(500),
                null,
                Cents.ZERO,
                Cents.ZERO,
                Cents.ZERO,
                Cents.ZERO,
                Cents.ZERO));
  }

  @Test
  void pricesAtZeroWhatCostsZero() {
    var cart = price(List.of(line(0), line(0)), percent("50"), List.of(ON_ALL), null);

    assertThat(cart.lines())
        .allSatisfy(line -> assertFigures(line, 0, 0, 0, 0, 0, 0))
        .allSatisfy(line -> assertThat(line.taxes()).hasSize(1));
    assertThat(cart.total()).isEqualTo(Cents.ZERO);
  }

  @Test
  void takesAFlatDiscountOfALineOnceAndNotPerUnit() {
    var line = new Line(new Cents(100), quantity("3"), flat(50), GOODS);

    assertThat(line.net()).isEqualTo(new Cents(250));
  }

  @Test
  void takesOffNoMoreThanThereIs() {
    var capped = new Line(new Cents(100), quantity("1"), flat(5000), GOODS);

    var cart = price(List.of(capped, line(300)), flat(Cents.MAX_VALUE), List.of(ON_ALL), null);

    assertFigures(cart.lines().get(0), 100, 100, 0, 0, 0, 0);
    assertFigures(cart.lines().get(1), 300, 0, 300, 300, 0, 0);
    assertThat(cart.discountAmount()).isEqualTo(new Cents(300));
    assertThat(cart.discount()).isEqualTo(Discount.flat(Pricing.MAX_FLAT_DISCOUNT));
    assertThat(cart.total()).isEqualTo(Cents.ZERO);
  }

  @Test
  void givesTheLastCentToTheLargerLineAndThenToTheEarlier() {
    // 1 : 3 : 1 : 3 of 4 cents is half a cent, one and a half, and again
    var cart = price(List.of(line(1), line(3), line(1), line(3)), flat(4), List.of(), null);
    assertThat(cart.lines())
        .extracting(line -> line.share().value())
        .containsExactly(0L, 2L, 0L, 2L);

    var even = price(List.of(line(100), line(100), line(100)), flat(100), List.of(), null);
    assertThat(even.lines())
        .extracting(line -> line.share().value())
        .containsExactly(34L, 33L, 33L);
  }

  @Test
  void roundsEachTaxByItselfAndDoesNotCompound() {
    var half = List.of(tax("a", "50", TaxScope.ALL), tax("b", "50", TaxScope.ALL));

    var cart = price(List.of(line(1), line(1)), Discount.none(), half, null);

    assertThat(cart.taxAmount()).isEqualTo(new Cents(4));
    assertThat(cart.total()).isEqualTo(new Cents(6));
  }

  @Test
  void taxesWhatIsLeftAfterAllDiscounts() {
    var line = new Line(new Cents(1000), quantity("1"), percent("10"), GOODS);

    var cart = price(List.of(line), percent("10"), List.of(tax("a", "10", TaxScope.ALL)), null);

    assertFigures(cart.lines().get(0), 1000, 100, 900, 90, 810, 81);
  }

  @Test
  void taxesByThePatientsLocation() {
    var north =
        new TaxRule(
            "n", "North", rate("10"), TaxScope.ALL, Set.of(), TaxArea.ofLocations(Set.of("north")));

    assertThat(price(List.of(line(100)), Discount.none(), List.of(north), "north").taxAmount())
        .isEqualTo(new Cents(10));
    assertThat(price(List.of(line(100)), Discount.none(), List.of(north), "south").taxAmount())
        .isEqualTo(Cents.ZERO);
    assertThat(price(List.of(line(100)), Discount.none(), List.of(north), null).taxAmount())
        .isEqualTo(Cents.ZERO);
  }

  @Test
  void taxesAPackageThroughItsParts() {
    var parts =
        new TaxedPackage(
            List.of(
                new PackagePart(new Cents(2), null, GOODS),
                new PackagePart(new Cents(1), null, CONSULTATION)));
    var line = new Line(new Cents(1000), quantity("1"), Discount.none(), parts);

    var priced = price(List.of(line), flat(100), List.of(ON_GOODS), null).lines().get(0);

    assertFigures(priced, 1000, 0, 1000, 100, 900, 50); // 8.25 % of 600
    assertThat(priced.taxes()).containsExactly(TaxedAmount.of(ON_GOODS, 0, new Cents(600)));
  }

  @Test
  void pricesAsManyLinesAsACartMayHave() {
    var cart =
        price(Collections.nCopies(Pricing.MAX_LINES, line(1)), flat(499), List.of(ON_ALL), null);

    assertThat(cart.lines()).hasSize(500);
    assertThat(cart.lines().get(499).share()).isEqualTo(Cents.ZERO);
    assertThat(cart.total()).isEqualTo(new Cents(2));
  }

  @Test
  void refusesALineThatIsTooLarge() {
    var line = new Line(Pricing.MAX_UNIT_PRICE, new Quantity(Quantity.MAX), percent("100"), GOODS);

    assertThatExceptionOfType(FigureTooLarge.class).isThrownBy(() -> Pricing.goods(List.of(line)));
    assertThatExceptionOfType(FigureTooLarge.class)
        .isThrownBy(() -> price(List.of(line), Discount.none(), List.of(), null));
  }

  @Test
  void refusesASubtotalATaxAndATotalThatAreTooLarge() {
    var large = new Line(Pricing.MAX_UNIT_PRICE, quantity("900719"), Discount.none(), GOODS);
    var lines = List.of(large);

    assertThat(price(lines, Discount.none(), List.of(), null).total())
        .isEqualTo(new Cents(9_007_190_000_000_000L));
    assertThatExceptionOfType(FigureTooLarge.class)
        .isThrownBy(() -> price(List.of(large, large), percent("100"), List.of(), null));
    assertThatExceptionOfType(FigureTooLarge.class)
        .isThrownBy(() -> price(lines, Discount.none(), List.of(ON_ALL, ON_ALL), null));
    assertThatExceptionOfType(FigureTooLarge.class)
        .isThrownBy(() -> price(lines, Discount.none(), List.of(ON_ALL), null));
  }

  @Test
  void tellsWhatTheGoodsComeToBeforeTheDocumentsDiscountIsKnown() {
    var lines = List.of(line(100), new Line(new Cents(50), quantity("2"), flat(30), GOODS));

    assertThat(Pricing.goods(lines)).isEqualTo(new Cents(170));
    assertThat(price(lines, percent("50"), List.of(), null).subtotal()).isEqualTo(new Cents(170));
  }

  @Test
  void acceptsUnitPricesWithinTheirBoundsOnly() {
    assertThat(line(0).gross()).isEqualTo(Cents.ZERO);
    assertThat(line(10_000_000_000L).gross()).isEqualTo(Pricing.MAX_UNIT_PRICE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> line(-1))
        .withMessage("a unit price is between 0 and 10000000000 cents");
    assertThatIllegalArgumentException().isThrownBy(() -> line(10_000_000_001L));
  }

  @Test
  void makesNoDocumentThatDoesNotAddUp() {
    var lines = price(List.of(line(100)), flat(10), List.of(), null).lines();

    assertThat(
            new PricedLines(
                DOLLARS,
                TaxMode.EXCLUSIVE,
                lines,
                flat(10),
                null,
                new Cents(100),
                new Cents(10),
                Cents.ZERO,
                Cents.ZERO,
                new Cents(90)))
        .isEqualTo(PricedLines.of(lines, flat(10), terms(TaxMode.EXCLUSIVE, List.of(), null)));
    assertDoesNotAddUp("subtotal", lines, flat(10), 101, 10, 0, 91);
    assertDoesNotAddUp("discount", lines, flat(10), 100, 9, 0, 91);
    assertDoesNotAddUp("shares of the discount", lines, flat(9), 100, 9, 0, 91);
    assertDoesNotAddUp("tax", lines, flat(10), 100, 10, 1, 91);
    assertDoesNotAddUp("total", lines, flat(10), 100, 10, 0, 91);
  }

  @Test
  void makesNoLineThatGivesMoreThanItHas() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PricedLine(line(1), new Cents(2), Cents.ZERO, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PricedLine(line(1), new Cents(-1), Cents.ZERO, List.of()));
  }

  private static void assertDoesNotAddUp(
      String figure,
      List<PricedLine> lines,
      Discount discount,
      long subtotal,
      long discountAmount,
      long tax,
      long total) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new PricedLines(
                    DOLLARS,
                    TaxMode.EXCLUSIVE,
                    lines,
                    discount,
                    null,
                    new Cents(subtotal),
                    new Cents(discountAmount),
                    Cents.ZERO,
                    new Cents(tax),
                    new Cents(total)))
        .withMessage("the " + figure + " of a priced document must add up");
  }

  private static void assertFigures(
      PricedLine line, long gross, long discount, long net, long share, long taxable, long tax) {
    assertThat(line.gross()).isEqualTo(new Cents(gross));
    assertThat(line.discountAmount()).isEqualTo(new Cents(discount));
    assertThat(line.net()).isEqualTo(new Cents(net));
    assertThat(line.share()).isEqualTo(new Cents(share));
    assertThat(line.taxable()).isEqualTo(new Cents(taxable));
    assertThat(line.taxAmount()).isEqualTo(new Cents(tax));
  }

  private static Line line(long price) {
    return new Line(new Cents(price), Quantity.ONE, Discount.none(), GOODS);
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

  private static Discount flat(long asked) {
    return Discount.flat(new Cents(asked));
  }

  private static TaxRule tax(String id, String rate, TaxScope scope) {
    return new TaxRule(id, "Tax " + id, rate(rate), scope, Set.of(), TaxArea.EVERYWHERE);
  }

  private static PricedLines price(
      List<Line> lines, Discount discount, List<TaxRule> taxes, @Nullable String location) {
    return Pricing.price(lines, discount, terms(TaxMode.EXCLUSIVE, taxes, location));
  }

  private static PricingTerms terms(TaxMode mode, List<TaxRule> taxes, @Nullable String location) {
    return new PricingTerms(DOLLARS, mode, taxes, TaxPlace.of(location), null);
  }

  private static PricedLines withTaxesInside(long price, TaxRule... taxes) {
    var terms = terms(TaxMode.INCLUSIVE, List.of(taxes), null);
    return Pricing.price(List.of(line(price)), Discount.none(), terms);
  }

  @ParameterizedTest
  @CsvSource({
    "299, 4, 0, 11, 0",
    "4270, 15, 5, 534, 178",
    "1899, 15, 0, 248, 0",
    "500, 15, 0, 65, 0",
    "1, 50, 50, 0, 0",
    "3, 50, 50, 1, 0",
    "3, 49, 51, 0, 1",
    "0, 15, 5, 0, 0"
  })
  void aPriceWithTaxesInsideIsWhatIsToPay(
      long price, String one, String two, long ofOne, long ofTwo) {
    var cart = withTaxesInside(price, tax("one", one, TaxScope.ALL), tax("two", two, TaxScope.ALL));

    assertThat(cart.lines().getFirst().taxes())
        .extracting(TaxedAmount::amount)
        .containsExactly(new Cents(ofOne), new Cents(ofTwo));
    assertThat(cart.taxAmount()).isEqualTo(new Cents(ofOne + ofTwo));
    assertThat(cart.total()).isEqualTo(new Cents(price));
  }

  @Test
  void whatIsPricedSaysInWhichCurrencyAndWhetherTaxesAreInside() {
    var yen = Currency.getInstance("JPY");
    var cart =
        Pricing.price(
            List.of(line(100)),
            Discount.none(),
            new PricingTerms(yen, TaxMode.INCLUSIVE, List.of(ON_ALL), TaxPlace.UNKNOWN, null));

    assertThat(cart.currency()).isEqualTo(yen);
    assertThat(cart.taxMode()).isEqualTo(TaxMode.INCLUSIVE);
    assertThat(cart.lines().getFirst().taxes().getFirst().base()).isEqualTo(new Cents(50));
  }
}

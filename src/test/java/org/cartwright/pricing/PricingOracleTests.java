package org.cartwright.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.FigureTooLarge;
import org.cartwright.pricing.amounts.Percentage;
import org.cartwright.pricing.amounts.Quantity;
import org.cartwright.pricing.taxes.ItemType;
import org.cartwright.pricing.taxes.PackagePart;
import org.cartwright.pricing.taxes.TaxArea;
import org.cartwright.pricing.taxes.TaxBasis;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.pricing.taxes.TaxPlace;
import org.cartwright.pricing.taxes.TaxRule;
import org.cartwright.pricing.taxes.TaxScope;
import org.cartwright.pricing.taxes.TaxedItem;
import org.cartwright.pricing.taxes.TaxedPackage;
import org.cartwright.testing.oracle.OracleCart;
import org.cartwright.testing.oracle.OracleFigures;
import org.cartwright.testing.oracle.PricingOracle;
import org.cartwright.testing.oracle.RandomCarts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten thousand carts, priced by the engine and by an oracle that was written differently. */
class PricingOracleTests {

  private static final int CARTS = 10_000;

  /** What the generator has to reach, lest the comparison says less than it seems to. */
  private enum Reached {
    MOST_LINES,
    NO_LINES,
    FIGURE_TOO_LARGE,
    NOTHING_TO_PAY,
    FLAT_DISCOUNT_ABOVE_ITS_BASE,
    WHOLE_CART_FREE_BY_PERCENTAGE,
    FIGURE_ABOVE_INT,
    LEFTOVER_CENTS_BETWEEN_EQUAL_LINES,
    SEVERAL_TAXES_ON_A_LINE,
    TAX_ON_ONE_PART_ONLY,
    PACKAGE_WITHOUT_WEIGHT,
    EMPTY_PACKAGE_TAXED
  }

  @ParameterizedTest
  @EnumSource
  void pricesEveryCartToTheCentAsTheOracleDoes(TaxMode mode) {
    var isInside = mode == TaxMode.INCLUSIVE;
    var reached = new EnumMap<Reached, Integer>(Reached.class);
    for (long seed = 0; seed < CARTS; seed++) {
      var cart = RandomCarts.seeded(seed);
      var expected = PricingOracle.price(cart, isInside);
      try {
        if (expected.canBeServed()) {
          var actual = price(cart, mode);
          assertThat(figures(actual)).isEqualTo(expected);
          assertAddsUp(actual);
        } else {
          assertThatExceptionOfType(FigureTooLarge.class).isThrownBy(() -> price(cart, mode));
        }
      } catch (AssertionError | RuntimeException mismatch) {
        throw new AssertionError(
            "RandomCarts.seeded(" + seed + "L): " + mismatch.getMessage(), mismatch);
      }
      count(cart, expected, reached);
    }
    assertThat(reached).containsOnlyKeys(Reached.values());
    assertThat(reached.values()).as("%s", reached).allMatch(times -> times >= 20);
  }

  private static void assertAddsUp(PricedLines document) {
    var lines = document.lines();
    assertThat(sum(lines.stream().map(PricedLine::net).toList()))
        .isEqualTo(document.subtotal().value());
    assertThat(sum(lines.stream().map(PricedLine::taxAmount).toList()))
        .isEqualTo(document.taxAmount().value());
    assertThat(sum(lines.stream().map(PricedLine::share).toList()))
        .isEqualTo(document.discountAmount().value());
    assertThat(document.total().value())
        .isEqualTo(
            document.subtotal().value()
                - document.discountAmount().value()
                + (document.taxMode() == TaxMode.EXCLUSIVE ? document.taxAmount().value() : 0));
    assertThat(document.total().value()).isNotNegative();
    for (var line : lines) {
      assertThat(line.share().value()).isBetween(0L, line.net().value());
      assertThat(line.discountAmount().value()).isBetween(0L, line.gross().value());
      assertThat(line.taxAmount().value()).isNotNegative();
      if (document.taxMode() == TaxMode.EXCLUSIVE) {
        assertThat(line.taxes())
            .allSatisfy(
                tax ->
                    assertThat(tax.exact().subtract(tax.amount().toBigDecimal()).abs())
                        .isLessThanOrEqualTo(new BigDecimal("0.5")));
      } else {
        assertThat(line.taxAmount()).isLessThanOrEqualTo(line.taxable());
      }
    }
  }

  private static long sum(List<Cents> amounts) {
    return amounts.stream().mapToLong(Cents::value).sum();
  }

  private static void count(OracleCart cart, OracleFigures figures, Map<Reached, Integer> reached) {
    var lines = figures.lines();
    note(reached, Reached.MOST_LINES, lines.size() == Pricing.MAX_LINES);
    note(reached, Reached.NO_LINES, lines.isEmpty());
    note(reached, Reached.FIGURE_TOO_LARGE, !figures.canBeServed());
    if (!figures.canBeServed()) {
      return;
    }
    note(reached, Reached.NOTHING_TO_PAY, !lines.isEmpty() && figures.total().signum() == 0);
    note(
        reached,
        Reached.FLAT_DISCOUNT_ABOVE_ITS_BASE,
        figures.subtotal().signum() > 0
            && BigInteger.valueOf(cart.off().flat()).compareTo(figures.subtotal()) > 0);
    note(
        reached,
        Reached.WHOLE_CART_FREE_BY_PERCENTAGE,
        figures.subtotal().signum() > 0 && cart.off().percent().equals("100"));
    note(reached, Reached.FIGURE_ABOVE_INT, figures.total().bitLength() > 31);
    for (var i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      var parts = cart.lines().get(i).parts();
      note(
          reached,
          Reached.LEFTOVER_CENTS_BETWEEN_EQUAL_LINES,
          i > 0
              && line.net().equals(lines.get(i - 1).net())
              && !line.share().equals(lines.get(i - 1).share()));
      note(reached, Reached.SEVERAL_TAXES_ON_A_LINE, parts == null && line.taxes().size() > 1);
      if (parts == null) {
        continue;
      }
      note(
          reached,
          Reached.TAX_ON_ONE_PART_ONLY,
          parts.size() > 1 && line.taxes().size() == 1 && line.tax().signum() > 0);
      note(
          reached,
          Reached.PACKAGE_WITHOUT_WEIGHT,
          line.tax().signum() > 0
              && !parts.isEmpty()
              && parts.stream().allMatch(part -> part.price() == 0));
      note(reached, Reached.EMPTY_PACKAGE_TAXED, parts.isEmpty() && line.tax().signum() > 0);
    }
  }

  private static void note(Map<Reached, Integer> reached, Reached what, boolean happened) {
    if (happened) {
      reached.merge(what, 1, Integer::sum);
    }
  }

  private static PricedLines price(OracleCart cart, TaxMode mode) {
    var lines = cart.lines().stream().map(PricingOracleTests::line).toList();
    var taxes = cart.taxes().stream().map(PricingOracleTests::tax).toList();
    return Pricing.price(
        lines,
        discount(cart.off()),
        new PricingTerms(
            Currency.getInstance("USD"), mode, taxes, TaxPlace.of(cart.location()), null));
  }

  private static Line line(OracleCart.Line line) {
    return new Line(
        new Cents(line.unitPrice()), quantity(line.quantity()), discount(line.off()), basis(line));
  }

  private static TaxBasis basis(OracleCart.Line line) {
    if (line.item() != null) {
      return item(line.item());
    }
    var parts = line.parts() == null ? List.<OracleCart.Part>of() : line.parts();
    return new TaxedPackage(parts.stream().map(PricingOracleTests::part).toList());
  }

  private static PackagePart part(OracleCart.Part part) {
    var quantity = part.quantity();
    return new PackagePart(
        new Cents(part.price()), quantity == null ? null : quantity(quantity), item(part.item()));
  }

  private static TaxedItem item(OracleCart.Item item) {
    return new TaxedItem(ItemType.valueOf(item.type()), item.category(), item.exemptedTaxIds());
  }

  private static TaxRule tax(OracleCart.Tax tax) {
    return new TaxRule(
        tax.id(),
        tax.id(),
        new Percentage(new BigDecimal(tax.rate())),
        TaxScope.valueOf(tax.scope()),
        tax.categories(),
        TaxArea.ofLocations(tax.locations()));
  }

  private static Discount discount(OracleCart.Off off) {
    return off.flat() > 0
        ? Discount.flat(new Cents(off.flat()))
        : Discount.percent(new Percentage(new BigDecimal(off.percent())));
  }

  private static Quantity quantity(String quantity) {
    return new Quantity(new BigDecimal(quantity));
  }

  private static OracleFigures figures(PricedLines document) {
    return new OracleFigures(
        document.lines().stream().map(PricingOracleTests::figures).toList(),
        big(document.subtotal()),
        big(document.discountAmount()),
        big(document.taxAmount()),
        big(document.total()));
  }

  private static OracleFigures.Line figures(PricedLine line) {
    var taxes =
        line.taxes().stream()
            .map(
                tax ->
                    new OracleFigures.Tax(
                        tax.taxId(), tax.part(), big(tax.base()), big(tax.amount())))
            .toList();
    return new OracleFigures.Line(
        big(line.gross()),
        big(line.discountAmount()),
        big(line.net()),
        big(line.share()),
        big(line.taxable()),
        taxes,
        big(line.taxAmount()));
  }

  private static BigInteger big(Cents cents) {
    return BigInteger.valueOf(cents.value());
  }
}

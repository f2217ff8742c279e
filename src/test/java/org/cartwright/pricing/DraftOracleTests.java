package org.cartwright.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.FigureTooLarge;
import org.cartwright.pricing.amounts.Percentage;
import org.cartwright.pricing.amounts.Quantity;
import org.cartwright.pricing.taxes.ItemType;
import org.cartwright.pricing.taxes.PostalCodePattern;
import org.cartwright.pricing.taxes.TaxArea;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.pricing.taxes.TaxPlace;
import org.cartwright.pricing.taxes.TaxRule;
import org.cartwright.pricing.taxes.TaxScope;
import org.cartwright.pricing.taxes.TaxedItem;
import org.cartwright.testing.oracle.DraftFigures;
import org.cartwright.testing.oracle.DraftOracle;
import org.cartwright.testing.oracle.OracleCart;
import org.cartwright.testing.oracle.OracleDraft;
import org.cartwright.testing.oracle.OracleFigures;
import org.cartwright.testing.oracle.RandomDrafts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand draft orders, priced by the engine and by an oracle that was written differently.
 */
class DraftOracleTests {

  private static final int DRAFTS = 10_000;

  /** What the generator has to reach, lest the comparison says less than it seems to. */
  private enum Reached {
    TIER_BY_PRICE,
    TIER_BY_PERCENTAGE,
    TIER_REACHED_BY_SEVERAL_LINES_ONLY,
    PRICE_NAMED_DESPITE_A_TIER,
    COUPON_WITH_A_DISCOUNT,
    COUPON_BELOW_ITS_MINIMUM,
    COUPON_ON_SOME_LINES_ONLY,
    COUPON_ABOVE_WHAT_IT_COVERS,
    TAXED_FEE,
    FEE_ALONE,
    SEVERAL_TAXES_INSIDE,
    EXEMPT_FROM_TAXES_INSIDE,
    TAX_OF_A_REGION_OR_POSTAL_CODE,
    FIGURE_TOO_LARGE
  }

  @Test
  void pricesEveryDraftToTheSmallestUnitAsTheOracleDoes() {
    var reached = new EnumMap<Reached, Integer>(Reached.class);
    for (long seed = 0; seed < DRAFTS; seed++) {
      var draft = RandomDrafts.seeded(seed);
      var expected = DraftOracle.price(draft);
      try {
        if (expected.canBeServed()) {
          assertThat(figures(draft)).isEqualTo(expected);
        } else {
          assertThatExceptionOfType(FigureTooLarge.class).isThrownBy(() -> figures(draft));
        }
      } catch (AssertionError | RuntimeException mismatch) {
        throw new AssertionError(
            "RandomDrafts.seeded(" + seed + "L): " + mismatch.getMessage(), mismatch);
      }
      count(draft, expected, reached);
    }
    assertThat(reached).containsOnlyKeys(Reached.values());
    assertThat(reached.values()).as("%s", reached).allMatch(times -> times >= 20);
  }

  private static void count(OracleDraft draft, DraftFigures figures, Map<Reached, Integer> all) {
    if (!figures.canBeServed()) {
      note(all, Reached.FIGURE_TOO_LARGE, true);
      return;
    }
    for (int i = 0; i < draft.lines().size(); i++) {
      var line = draft.lines().get(i);
      var from = figures.lines().get(i).tier();
      var tier =
          draft.items().get(line.item()).tiers().stream()
              .filter(each -> from != null && each.from() == from)
              .findFirst();
      note(all, Reached.TIER_BY_PRICE, tier.isPresent() && tier.get().price() != null);
      note(all, Reached.TIER_BY_PERCENTAGE, tier.isPresent() && tier.get().price() == null);
      note(
          all,
          Reached.TIER_REACHED_BY_SEVERAL_LINES_ONLY,
          from != null && new BigDecimal(line.quantity()).compareTo(BigDecimal.valueOf(from)) < 0);
      note(
          all,
          Reached.PRICE_NAMED_DESPITE_A_TIER,
          line.price() != null
              && draft.items().get(line.item()).tiers().stream()
                  .anyMatch(each -> each.from() <= new BigDecimal(line.quantity()).longValue()));
    }
    var coupon = draft.coupon();
    var taken = figures.coupon().signum() > 0;
    note(all, Reached.COUPON_WITH_A_DISCOUNT, taken && figures.discount().signum() > 0);
    note(
        all,
        Reached.COUPON_ON_SOME_LINES_ONLY,
        taken && draft.lines().stream().anyMatch(l -> !draft.items().get(l.item()).isCovered()));
    note(
        all,
        Reached.COUPON_BELOW_ITS_MINIMUM,
        coupon != null && coupon.minimum() > 0 && !taken && figures.subtotal().signum() > 0);
    note(
        all,
        Reached.COUPON_ABOVE_WHAT_IT_COVERS,
        coupon != null
            && taken
            && BigInteger.valueOf(coupon.off().flat()).compareTo(figures.coupon()) > 0);
    note(
        all,
        Reached.TAXED_FEE,
        draft.fee() != null && figures.lines().getLast().tax().signum() > 0);
    note(all, Reached.FEE_ALONE, draft.fee() != null && draft.lines().isEmpty());
    note(
        all,
        Reached.SEVERAL_TAXES_INSIDE,
        draft.isInside() && figures.lines().stream().anyMatch(line -> line.taxes().size() > 1));
    note(
        all,
        Reached.EXEMPT_FROM_TAXES_INSIDE,
        draft.isInside() && draft.isExempt() && !draft.taxes().isEmpty());
    note(
        all,
        Reached.TAX_OF_A_REGION_OR_POSTAL_CODE,
        figures.lines().stream()
            .flatMap(line -> line.taxes().stream())
            .anyMatch(
                tax ->
                    draft.taxes().stream()
                        .anyMatch(
                            known ->
                                known.tax().id().equals(tax.id())
                                    && !(known.regions().isEmpty()
                                        && known.postalCodes().isEmpty()))));
  }

  private static void note(Map<Reached, Integer> reached, Reached what, boolean happened) {
    if (happened) {
      reached.merge(what, 1, Integer::sum);
    }
  }

  private static DraftFigures figures(OracleDraft draft) {
    var place = draft.place();
    var taxPlace =
        place == null
            ? TaxPlace.UNKNOWN
            : TaxPlace.at(place.country(), place.region(), place.postalCode());
    var rules = draft.taxes().stream().map(DraftOracleTests::rule).toList();
    var lines = new ArrayList<Line>();
    var tiers = new ArrayList<Optional<Tier>>();
    for (var line : draft.lines()) {
      var item = draft.items().get(line.item());
      var basis = item(item.item());
      var tier =
          line.price() != null
              ? Optional.<Tier>empty()
              : Tier.reached(
                  item.tiers().stream().map(DraftOracleTests::tier).toList(),
                  draft.lines().stream()
                      .filter(each -> each.item() == line.item())
                      .map(each -> new BigDecimal(each.quantity()))
                      .reduce(BigDecimal.ZERO, BigDecimal::add));
      var asked = new Cents(item.price());
      var price = tier.map(reached -> reached.priceOf(asked)).orElse(asked);
      if (draft.isInside() && draft.isExempt()) {
        price = basis.netOf(price, rules, taxPlace);
      }
      tiers.add(tier);
      lines.add(
          new Line(
              LineKind.GOODS,
              line.price() == null ? price : new Cents(line.price()),
              new Quantity(new BigDecimal(line.quantity())),
              off(line.off()),
              item.isCovered(),
              basis));
    }
    var fee = draft.fee();
    if (fee != null) {
      var basis = item(fee.item());
      var price = new Cents(fee.price());
      if (draft.isInside() && draft.isExempt()) {
        price = basis.netOf(price, rules, taxPlace);
      }
      tiers.add(Optional.empty());
      lines.add(new Line(LineKind.FEE, price, Quantity.ONE, Discount.none(), false, basis));
    }
    var terms =
        new PricingTerms(
            Currency.getInstance(draft.currency()),
            draft.isInside() && !draft.isExempt() ? TaxMode.INCLUSIVE : TaxMode.EXCLUSIVE,
            draft.isExempt() ? List.of() : rules,
            taxPlace,
            coupon(draft.coupon()));
    return figures(Pricing.price(lines, off(draft.off()), terms), tiers);
  }

  private static DraftFigures figures(PricedLines document, List<Optional<Tier>> tiers) {
    var lines = new ArrayList<DraftFigures.Line>();
    for (int i = 0; i < document.lines().size(); i++) {
      var line = document.lines().get(i);
      lines.add(
          new DraftFigures.Line(
              big(line.line().unitPrice()),
              tiers.get(i).map(tier -> tier.from().value().longValueExact()).orElse(null),
              big(line.gross()),
              big(line.discountAmount()),
              big(line.net()),
              big(line.share()),
              big(line.couponShare()),
              big(line.taxable()),
              line.taxes().stream()
                  .map(
                      tax ->
                          new OracleFigures.Tax(
                              tax.taxId(), tax.part(), big(tax.base()), big(tax.amount())))
                  .toList(),
              big(line.taxAmount())));
    }
    return new DraftFigures(
        lines,
        big(document.subtotal()),
        big(document.discountAmount()),
        big(document.couponAmount()),
        big(document.taxAmount()),
        big(document.total()));
  }

  private static TaxedItem item(OracleCart.Item item) {
    return new TaxedItem(ItemType.valueOf(item.type()), item.category(), item.exemptedTaxIds());
  }

  private static Tier tier(OracleDraft.Tier tier) {
    var from = new Quantity(BigDecimal.valueOf(tier.from()));
    return tier.price() == null
        ? Tier.percentOff(from, new Percentage(new BigDecimal(tier.percent())))
        : Tier.priced(from, new Cents(tier.price()));
  }

  private static @Nullable Coupon coupon(OracleDraft.@Nullable Coupon coupon) {
    return coupon == null ? null : new Coupon(off(coupon.off()), new Cents(coupon.minimum()));
  }

  private static TaxRule rule(OracleDraft.Tax tax) {
    return new TaxRule(
        tax.tax().id(),
        tax.tax().id(),
        new Percentage(new BigDecimal(tax.tax().rate())),
        TaxScope.valueOf(tax.tax().scope()),
        tax.tax().categories(),
        TaxArea.ofAddresses(
            tax.regions(),
            tax.postalCodes().stream().map(PostalCodePattern::new).collect(Collectors.toSet())));
  }

  private static Discount off(OracleCart.Off off) {
    return off.flat() > 0
        ? Discount.flat(new Cents(off.flat()))
        : Discount.percent(new Percentage(new BigDecimal(off.percent())));
  }

  private static BigInteger big(Cents cents) {
    return BigInteger.valueOf(cents.value());
  }
}

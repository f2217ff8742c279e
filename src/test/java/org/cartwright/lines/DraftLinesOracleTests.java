package org.cartwright.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.cartwright.catalog.offers.Offer;
import org.cartwright.catalog.offers.PriceLists;
import org.cartwright.coupons.CouponTerms;
import org.cartwright.lines.figures.TotalFigures;
import org.cartwright.pricing.DiscountRequest;
import org.cartwright.pricing.Tier;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.cartwright.pricing.amounts.Quantity;
import org.cartwright.pricing.taxes.ItemType;
import org.cartwright.pricing.taxes.PostalCodePattern;
import org.cartwright.pricing.taxes.TaxArea;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.pricing.taxes.TaxRule;
import org.cartwright.pricing.taxes.TaxScope;
import org.cartwright.pricing.taxes.TaxedItem;
import org.cartwright.testing.oracle.DraftFigures;
import org.cartwright.testing.oracle.DraftOracle;
import org.cartwright.testing.oracle.OracleCart;
import org.cartwright.testing.oracle.OracleDraft;
import org.cartwright.testing.oracle.RandomDrafts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random drafts, filled at once and then changed line by line: after each change they cost what the
 * oracle says of the whole.
 */
class DraftLinesOracleTests {

  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final LineItems NOTHING = new LineItems(List.of(), TotalFigures.NONE);
  private static final List<String> QUANTITIES = List.of("0.5", "1", "4", "5", "9.75", "12", "50");

  @Test
  void everyDraftCostsAfterEveryChangeWhatTheOracleSaysOfTheWhole() {
    int changes = 0;
    int tiered = 0;
    for (long seed = 0; seed < 10_000; seed++) {
      var random = new Random(seed);
      var draft = RandomDrafts.seeded(seed);
      if (draft.lines().isEmpty() || !DraftOracle.price(draft).canBeServed()) {
        continue;
      }
      var prices = prices(draft);
      var items = filled(draft, prices);
      assertThat(figures(items)).as("seed %d", seed).isEqualTo(figures(DraftOracle.price(draft)));
      for (int n = 0; n < 2; n++) {
        int line = random.nextInt(draft.lines().size());
        var quantity = QUANTITIES.get(random.nextInt(QUANTITIES.size()));
        var next = with(draft, line, quantity);
        var expected = DraftOracle.price(next);
        if (!expected.canBeServed()) {
          break;
        }
        draft = next;
        var change =
            new LineChange(quantity(quantity), null, new DiscountRequest(null, null), null);
        items = items.with(items.lines().get(line), change, prices, NOW);
        changes++;
        tiered += items.lines().stream().anyMatch(l -> l.tierFrom() != null) ? 1 : 0;
        assertThat(figures(items)).as("seed %d, change %d", seed, n).isEqualTo(figures(expected));
      }
    }
    assertThat(changes).isGreaterThan(10_000);
    assertThat(tiered).isGreaterThan(1_000);
  }

  private static LineItems filled(OracleDraft draft, CurrentPrices prices) {
    var wanted =
        draft.lines().stream()
            .map(
                line ->
                    new NewLine(
                        new Product("item" + line.item(), null),
                        quantity(line.quantity()),
                        line.price() == null ? null : new Cents(line.price()),
                        off(line.off()),
                        null))
            .toList();
    var items = NOTHING.replaced(wanted, OptionalInt.empty(), off(draft.off()), prices, NOW);
    return draft.fee() == null ? items : items.withFee(new Product("fee", null), prices, NOW);
  }

  private static OracleDraft with(OracleDraft draft, int line, String quantity) {
    var lines = new ArrayList<>(draft.lines());
    var before = lines.get(line);
    lines.set(line, new OracleDraft.Line(before.item(), quantity, before.price(), before.off()));
    return new OracleDraft(
        draft.currency(),
        draft.items(),
        lines,
        draft.fee(),
        draft.off(),
        draft.coupon(),
        draft.taxes(),
        draft.place(),
        draft.isInside(),
        draft.isExempt());
  }

  /** What is said of a document: each line, and the foot. */
  private record Figures(List<List<@Nullable Object>> lines, List<BigInteger> foot) {}

  private static Figures figures(DraftFigures expected) {
    var lines = new ArrayList<List<@Nullable Object>>();
    for (var line : expected.lines()) {
      var said = new ArrayList<@Nullable Object>();
      said.add(line.unitPrice());
      said.add(line.tier());
      said.addAll(
          List.of(line.net(), line.share(), line.couponShare(), line.taxable(), line.tax()));
      lines.add(said);
    }
    return new Figures(
        lines,
        List.of(
            expected.subtotal(),
            expected.discount().add(expected.coupon()),
            expected.coupon(),
            expected.tax(),
            expected.total()));
  }

  private static Figures figures(LineItems items) {
    var lines = new ArrayList<List<@Nullable Object>>();
    for (var line : items.lines()) {
      var figures = line.figures();
      var tier = line.tierFrom();
      var said = new ArrayList<@Nullable Object>();
      said.add(big(line.unitPrice()));
      said.add(tier == null ? null : tier.value().longValueExact());
      said.addAll(
          List.of(
              big(figures.net()),
              big(figures.share()),
              big(figures.couponShare()),
              big(figures.taxable()),
              big(figures.tax())));
      lines.add(said);
    }
    var foot = items.figures();
    return new Figures(
        lines,
        List.of(
            BigInteger.valueOf(foot.subtotal()),
            BigInteger.valueOf(foot.discountAmount()),
            BigInteger.valueOf(foot.couponAmount()),
            BigInteger.valueOf(foot.taxAmount()),
            BigInteger.valueOf(foot.total())));
  }

  private static CurrentPrices prices(OracleDraft draft) {
    var offers = new ArrayList<Offer>();
    var covered = new ArrayList<String>(List.of("something else"));
    for (int i = 0; i < draft.items().size(); i++) {
      var item = draft.items().get(i);
      offers.add(offer("item" + i, item.price(), item.item(), item.tiers()));
      if (item.isCovered()) {
        covered.add("item" + i);
      }
    }
    var fee = draft.fee();
    if (fee != null) {
      offers.add(offer("fee", fee.price(), fee.item(), List.of()));
    }
    var place = draft.place();
    var terms =
        new SaleTerms(
            "market",
            draft.isInside() ? TaxMode.INCLUSIVE : TaxMode.EXCLUSIVE,
            place == null ? null : place.country(),
            place == null ? null : place.region(),
            place == null ? null : place.postalCode(),
            draft.isExempt(),
            draft.coupon() == null ? null : "CODE");
    return new CurrentPrices(
        PriceLists.of(
            draft.taxes().stream().map(DraftLinesOracleTests::rule).toList(),
            offers.toArray(Offer[]::new)),
        new Sale(Currency.getInstance(draft.currency()), "patient", null, terms),
        coupon(draft.coupon(), Set.copyOf(covered)));
  }

  private static Offer offer(
      String id, long price, OracleCart.Item item, List<OracleDraft.Tier> tiers) {
    return new Offer(
        id,
        id,
        new Cents(price),
        false,
        new TaxedItem(ItemType.valueOf(item.type()), item.category(), item.exemptedTaxIds()),
        true,
        tiers.stream().map(DraftLinesOracleTests::tier).toList());
  }

  private static Tier tier(OracleDraft.Tier tier) {
    var from = Quantity.of(tier.from());
    return tier.price() == null
        ? Tier.percentOff(from, percent(tier.percent()))
        : Tier.priced(from, new Cents(tier.price()));
  }

  private static @Nullable CouponTerms coupon(
      OracleDraft.@Nullable Coupon coupon, Set<String> covered) {
    if (coupon == null) {
      return null;
    }
    var isFlat = coupon.off().flat() > 0;
    return new CouponTerms(
        "coupon",
        "CODE",
        isFlat ? null : percent(coupon.off().percent()),
        isFlat ? new Cents(coupon.off().flat()) : null,
        new Cents(coupon.minimum()),
        covered,
        Set.of());
  }

  private static TaxRule rule(OracleDraft.Tax tax) {
    return new TaxRule(
        tax.tax().id(),
        tax.tax().id(),
        percent(tax.tax().rate()),
        TaxScope.valueOf(tax.tax().scope()),
        tax.tax().categories(),
        TaxArea.ofAddresses(
            tax.regions(),
            tax.postalCodes().stream().map(PostalCodePattern::new).collect(Collectors.toSet())));
  }

  private static DiscountRequest off(OracleCart.Off off) {
    return off.flat() > 0
        ? new DiscountRequest(new Cents(off.flat()), null)
        : new DiscountRequest(null, percent(off.percent()));
  }

  private static Quantity quantity(String value) {
    return new Quantity(new BigDecimal(value));
  }

  private static Percentage percent(String value) {
    return new Percentage(new BigDecimal(value));
  }

  private static BigInteger big(Cents cents) {
    return BigInteger.valueOf(cents.value());
  }
}

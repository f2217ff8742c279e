package org.cartwright.testing.oracle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Prices draft orders the slow way, as {@link PricingOracle} does carts. It shares no code with the
 * engine it judges, and must not.
 */
public final class DraftOracle {

  private final OracleDraft draft;

  /** The taxes that are due at the address, if the item is taxed by them. */
  private final List<OracleCart.Tax> taxes = new ArrayList<>();

  private DraftOracle(OracleDraft draft) {
    this.draft = draft;
    for (var tax : draft.taxes()) {
      if (isHere(tax, draft.place())) {
        taxes.add(tax.tax());
      }
    }
  }

  public static DraftFigures price(OracleDraft draft) {
    return new DraftOracle(draft).price();
  }

  private record Priced(
      BigInteger unitPrice,
      @Nullable Long tier,
      BigInteger gross,
      BigInteger discount,
      OracleCart.Item item,
      boolean isFee,
      boolean isCovered) {

    BigInteger net() {
      return gross.subtract(discount);
    }
  }

  private DraftFigures price() {
    var lines = new ArrayList<Priced>();
    var goods = BigInteger.ZERO;
    for (var line : draft.lines()) {
      var priced = priced(line);
      lines.add(priced);
      goods = goods.add(priced.net());
    }
    var subtotal = goods;
    var fee = draft.fee();
    if (fee != null) {
      var price = exempted(BigInteger.valueOf(fee.price()), fee.item());
      lines.add(new Priced(price, null, price, BigInteger.ZERO, fee.item(), true, false));
      subtotal = subtotal.add(price);
    }

    var discount = PricingOracle.off(draft.off(), goods);
    var shares =
        PricingOracle.share(
            discount,
            lines.stream()
                .map(line -> line.isFee() ? BigInteger.ZERO : line.net())
                .map(Fraction::of)
                .toList());

    var left = new ArrayList<BigInteger>();
    var covered = BigInteger.ZERO;
    for (var i = 0; i < lines.size(); i++) {
      left.add(
          lines.get(i).isCovered() ? lines.get(i).net().subtract(shares.get(i)) : BigInteger.ZERO);
      covered = covered.add(left.get(i));
    }
    var coupon = draft.coupon();
    var couponAmount =
        coupon == null || goods.compareTo(BigInteger.valueOf(coupon.minimum())) < 0
            ? BigInteger.ZERO
            : PricingOracle.off(coupon.off(), covered);
    var couponShares = PricingOracle.share(couponAmount, left.stream().map(Fraction::of).toList());

    var figures = new ArrayList<DraftFigures.Line>();
    var allTax = BigInteger.ZERO;
    for (var i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      var taxable = line.net().subtract(shares.get(i)).subtract(couponShares.get(i));
      var due = draft.isExempt() ? List.<OracleFigures.Tax>of() : taxesOn(line.item(), taxable);
      var tax =
          due.stream().map(OracleFigures.Tax::amount).reduce(BigInteger.ZERO, BigInteger::add);
      allTax = allTax.add(tax);
      figures.add(
          new DraftFigures.Line(
              line.unitPrice(),
              line.tier(),
              line.gross(),
              line.discount(),
              line.net(),
              shares.get(i),
              couponShares.get(i),
              taxable,
              due,
              tax));
    }
    var total = subtotal.subtract(discount).subtract(couponAmount);
    if (!draft.isInside()) {
      total = total.add(allTax);
    }
    return new DraftFigures(figures, subtotal, discount, couponAmount, allTax, total);
  }

  private Priced priced(OracleDraft.Line line) {
    var item = draft.items().get(line.item());
    var named = line.price();
    var tier = named == null ? tier(line.item()) : null;
    BigInteger price;
    if (named != null) {
      price = BigInteger.valueOf(named);
    } else if (tier == null) {
      price = exempted(BigInteger.valueOf(item.price()), item.item());
    } else if (tier.price() != null) {
      price = exempted(BigInteger.valueOf(tier.price()), item.item());
    } else {
      // what is left is rounded, not what is taken off
      var off = Fraction.of(tier.percent());
      var left =
          new Fraction(
              off.denominator().multiply(BigInteger.valueOf(100)).subtract(off.numerator()),
              off.denominator().multiply(BigInteger.valueOf(100)));
      price = exempted(Fraction.of(item.price()).times(left).halfUp(), item.item());
    }
    var gross = Fraction.of(price).times(Fraction.of(line.quantity())).halfUp();
    return new Priced(
        price,
        tier == null ? null : tier.from(),
        gross,
        PricingOracle.off(line.off(), gross),
        item.item(),
        false,
        item.isCovered());
  }

  private OracleDraft.@Nullable Tier tier(int item) {
    // in ten thousand millionths of one, which every quantity is a multiple of
    var unit = Fraction.of(BigInteger.TEN.pow(10));
    var sum = BigInteger.ZERO;
    for (var line : draft.lines()) {
      if (line.item() == item) {
        sum = sum.add(Fraction.of(line.quantity()).times(unit).floor());
      }
    }
    OracleDraft.Tier best = null;
    for (var tier : draft.items().get(item).tiers()) {
      var reached = Fraction.of(tier.from()).times(unit).floor().compareTo(sum) <= 0;
      if (reached && (best == null || tier.from() > best.from())) {
        best = tier;
      }
    }
    return best;
  }

  /** Without the taxes inside, for whom they are not due. */
  private BigInteger exempted(BigInteger price, OracleCart.Item item) {
    if (!draft.isExempt() || !draft.isInside()) {
      return price;
    }
    var taxesInside = taxesOn(item, price);
    return taxesInside.isEmpty() ? price : taxesInside.getFirst().base();
  }

  private List<OracleFigures.Tax> taxesOn(OracleCart.Item item, BigInteger amount) {
    var line = new OracleCart.Line(0, "1", OracleCart.Off.NOTHING, item, null);
    var onTop = PricingOracle.taxes(line, amount, taxes, null);
    return draft.isInside() ? PricingOracle.inside(onTop, taxes) : onTop;
  }

  private static boolean isHere(OracleDraft.Tax tax, OracleDraft.@Nullable Place place) {
    if (!tax.regions().isEmpty()
        && (place == null
            || !(tax.regions().contains(place.region())
                || tax.regions().contains(place.country() + "-" + place.region())))) {
      return false;
    }
    if (tax.postalCodes().isEmpty()) {
      return true;
    }
    if (place == null) {
      return false;
    }
    var code = place.postalCode().replace(" ", "").toLowerCase(Locale.ROOT);
    for (var pattern : tax.postalCodes()) {
      var plain = pattern.replace(" ", "").toLowerCase(Locale.ROOT);
      if (code.matches(plain.replace("*", ".*"))) {
        return true;
      }
    }
    return false;
  }
}

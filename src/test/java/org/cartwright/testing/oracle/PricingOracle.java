package org.cartwright.testing.oracle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Prices carts the slow way, with fractions of unbounded integers and one cent handed out at a
 * time. It shares no code with the engine it judges, and must not.
 */
public final class PricingOracle {

  private PricingOracle() {}

  /** With taxes that come on top of the prices. */
  public static OracleFigures price(OracleCart cart) {
    return price(cart, false);
  }

  /**
   * The same for both ways of taxing.
   *
   * @param isInside whether the taxes are in the prices already
   */
  public static OracleFigures price(OracleCart cart, boolean isInside) {
    var grosses = new ArrayList<BigInteger>();
    var discounts = new ArrayList<BigInteger>();
    var nets = new ArrayList<BigInteger>();
    var subtotal = BigInteger.ZERO;
    for (var line : cart.lines()) {
      var gross = Fraction.of(line.unitPrice()).times(Fraction.of(line.quantity())).halfUp();
      var discount = off(line.off(), gross);
      grosses.add(gross);
      discounts.add(discount);
      nets.add(gross.subtract(discount));
      subtotal = subtotal.add(gross).subtract(discount);
    }
    var cartDiscount = off(cart.off(), subtotal);
    var shares = share(cartDiscount, nets.stream().map(Fraction::of).toList());

    var lines = new ArrayList<OracleFigures.Line>();
    var cartTax = BigInteger.ZERO;
    for (var i = 0; i < nets.size(); i++) {
      var taxable = nets.get(i).subtract(shares.get(i));
      var taxes = taxes(cart.lines().get(i), taxable, cart.taxes(), cart.location());
      if (isInside) {
        taxes = inside(taxes, cart.taxes());
      }
      var tax = BigInteger.ZERO;
      for (var each : taxes) {
        tax = tax.add(each.amount());
      }
      cartTax = cartTax.add(tax);
      lines.add(
          new OracleFigures.Line(
              grosses.get(i), discounts.get(i), nets.get(i), shares.get(i), taxable, taxes, tax));
    }
    var total = subtotal.subtract(cartDiscount);
    if (!isInside) {
      total = total.add(cartTax);
    }
    return new OracleFigures(lines, subtotal, cartDiscount, cartTax, total);
  }

  /** The same taxes, where what they are on has them inside: worked out part by part. */
  static List<OracleFigures.Tax> inside(List<OracleFigures.Tax> onTop, List<OracleCart.Tax> known) {
    var found = new ArrayList<OracleFigures.Tax>();
    for (int from = 0; from < onTop.size(); ) {
      var first = onTop.get(from);
      int to = from;
      while (to < onTop.size() && Objects.equals(onTop.get(to).part(), first.part())) {
        to++;
      }
      var rates = onTop.subList(from, to).stream().map(tax -> rate(tax.id(), known)).toList();
      // In units of a ten thousand millionth of a percent, which every rate is a multiple of.
      var unit = BigInteger.TEN.pow(10);
      var all = unit.multiply(BigInteger.valueOf(100));
      var more = all;
      for (var rate : rates) {
        more = more.add(rate.times(Fraction.of(unit)).floor());
      }
      var net = new Fraction(first.base().multiply(all), more).halfUp();
      var amounts = share(first.base().subtract(net), rates);
      for (int i = from; i < to; i++) {
        found.add(
            new OracleFigures.Tax(onTop.get(i).id(), first.part(), net, amounts.get(i - from)));
      }
      from = to;
    }
    return found;
  }

  private static Fraction rate(String id, List<OracleCart.Tax> known) {
    for (var tax : known) {
      if (tax.id().equals(id)) {
        return Fraction.of(tax.rate());
      }
    }
    throw new IllegalArgumentException(id);
  }

  static BigInteger off(OracleCart.Off off, BigInteger base) {
    if (off.flat() > 0) {
      var flat = BigInteger.valueOf(off.flat());
      return flat.compareTo(base) > 0 ? base : flat;
    }
    return Fraction.of(off.percent()).percentOf(base).halfUp();
  }

  static List<OracleFigures.Tax> taxes(
      OracleCart.Line line,
      BigInteger taxable,
      List<OracleCart.Tax> taxes,
      @Nullable String location) {
    var found = new ArrayList<OracleFigures.Tax>();
    var item = line.item();
    var parts = line.parts();
    if (item != null) {
      collect(found, item, null, taxable, taxes, location);
    } else if (parts != null && !parts.isEmpty()) {
      var shares = partShares(taxable, parts);
      for (var i = 0; i < parts.size(); i++) {
        collect(found, parts.get(i).item(), i, shares.get(i), taxes, location);
      }
    } else {
      for (var tax : taxes) {
        if (tax.scope().equals("ALL") && isHere(tax, location)) {
          found.add(tax(tax, null, taxable));
        }
      }
    }
    return found;
  }

  private static void collect(
      List<OracleFigures.Tax> found,
      OracleCart.Item item,
      @Nullable Integer part,
      BigInteger base,
      List<OracleCart.Tax> taxes,
      @Nullable String location) {
    for (var tax : taxes) {
      if (!item.exemptedTaxIds().contains(tax.id())
          && isHere(tax, location)
          && isMeant(tax, item)) {
        found.add(tax(tax, part, base));
      }
    }
  }

  private static OracleFigures.Tax tax(
      OracleCart.Tax tax, @Nullable Integer part, BigInteger base) {
    return new OracleFigures.Tax(
        tax.id(), part, base, Fraction.of(tax.rate()).percentOf(base).halfUp());
  }

  private static boolean isHere(OracleCart.Tax tax, @Nullable String location) {
    if (tax.locations().isEmpty()) {
      return true;
    }
    return location != null && tax.locations().contains(location);
  }

  private static boolean isMeant(OracleCart.Tax tax, OracleCart.Item item) {
    var category = item.category();
    return switch (tax.scope()) {
      case "ALL" -> true;
      case "PRODUCTS_ONLY" -> List.of("ITEM", "PRODUCT", "MEDICATION").contains(item.type());
      case "SERVICES_ONLY" -> item.type().equals("SERVICE");
      case "MEMBERSHIPS_ONLY" -> item.type().equals("MEMBERSHIP");
      case "SPECIFIC_CATEGORIES" -> category != null && tax.categories().contains(category);
      default -> throw new IllegalArgumentException(tax.scope());
    };
  }

  private static List<BigInteger> partShares(BigInteger taxable, List<OracleCart.Part> parts) {
    var weights = new ArrayList<Fraction>();
    var weightless = true;
    for (var part : parts) {
      var quantity = part.quantity() == null ? "1" : part.quantity();
      weights.add(Fraction.of(part.price()).times(Fraction.of(quantity)));
      weightless = weightless && part.price() == 0;
    }
    if (weightless) {
      weights.replaceAll(weight -> Fraction.of(1));
    }
    return share(taxable, weights);
  }

  /** Everybody owes what is exact; then, cent by cent, whoever is owed most gets one. */
  static List<BigInteger> share(BigInteger amount, List<Fraction> weights) {
    // over one denominator, so that they can be added
    var scale =
        weights.stream().map(Fraction::denominator).reduce(BigInteger.ONE, BigInteger::multiply);
    var whole = weights.stream().map(weight -> weight.times(Fraction.of(scale)).floor()).toList();
    var sum = whole.stream().reduce(BigInteger.ZERO, BigInteger::add);

    var given = new ArrayList<BigInteger>();
    var owed = new ArrayList<Fraction>();
    var left = amount;
    for (var weight : whole) {
      var exact = sum.signum() == 0 ? Fraction.of(0) : new Fraction(amount.multiply(weight), sum);
      given.add(exact.floor());
      owed.add(exact.minus(exact.floor()));
      left = left.subtract(exact.floor());
    }
    for (; left.signum() > 0; left = left.subtract(BigInteger.ONE)) {
      var most = 0;
      for (var i = 1; i < whole.size(); i++) {
        var more = owed.get(i).compareTo(owed.get(most));
        if (more > 0 || (more == 0 && whole.get(i).compareTo(whole.get(most)) > 0)) {
          most = i;
        }
      }
      given.set(most, given.get(most).add(BigInteger.ONE));
      owed.set(most, owed.get(most).minus(BigInteger.ONE));
    }
    return given;
  }
}

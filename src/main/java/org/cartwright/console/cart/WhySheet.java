package org.cartwright.console.cart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cartwright.carts.api.CartExplanation;
import org.cartwright.carts.api.CartExplanation.Line;
import org.cartwright.carts.api.CartExplanation.Reduction;
import org.cartwright.platform.format.MoneyFormat;
import org.cartwright.pricing.Discount;
import org.jspecify.annotations.Nullable;

/** How every figure of a cart came about, step by step as the desk reads it out to a patient. */
record WhySheet(List<Part> parts) {

  private static final String NONE = "";

  /**
   * A line, or all of them together.
   *
   * @param name of the line; empty for what is about all of them
   * @param steps from the first figure to the last
   */
  record Part(String name, List<Step> steps) {}

  /**
   * A figure and where it comes from.
   *
   * @param key of its text
   * @param what is in the gaps of the text
   * @param exactly the figure before it was rounded, where that says more
   * @param amount the figure itself
   */
  record Step(String key, List<String> what, @Nullable String exactly, String amount) {

    static Step of(String key, String amount, String... what) {
      return new Step(key, List.of(what), null, amount);
    }
  }

  static WhySheet of(CartExplanation cart, MoneyFormat figures) {
    var parts = new ArrayList<Part>();
    cart.lines().forEach(line -> parts.add(new Part(line.name(), steps(line, figures))));
    parts.add(new Part(NONE, steps(cart, figures)));
    return new WhySheet(List.copyOf(parts));
  }

  private static List<Step> steps(Line line, MoneyFormat figures) {
    var steps = new ArrayList<Step>();
    var gross = line.gross();
    steps.add(
        Step.of(
            "why.price." + line.priceSource(),
            figures.money(gross.unitPrice()),
            from(line, figures)));
    steps.add(
        rounded(
            figures,
            "why.gross",
            gross.exact(),
            gross.rounded(),
            figures.number(gross.quantity()),
            figures.money(gross.unitPrice())));
    discount(line.discount(), "why.discount", figures, steps);
    if (line.share() != 0) {
      steps.add(Step.of("why.share", figures.money(-line.share())));
    }
    var coupon = line.couponShare();
    if (coupon != null && coupon != 0) {
      steps.add(Step.of("why.couponShare", figures.money(-coupon)));
    }
    for (var tax : line.taxes()) {
      steps.add(
          rounded(
              figures,
              "why.tax",
              tax.exact(),
              tax.rounded(),
              tax.name(),
              figures.number(tax.rate()),
              figures.money(tax.base())));
    }
    return List.copyOf(steps);
  }

  private static String from(Line line, MoneyFormat figures) {
    var from = line.tierFrom();
    return from == null ? NONE : figures.number(from);
  }

  private static List<Step> steps(CartExplanation cart, MoneyFormat figures) {
    var steps = new ArrayList<Step>();
    steps.add(Step.of("why.subtotal", figures.money(cart.subtotal())));
    var fee = cart.fee();
    if (fee != null) {
      steps.add(Step.of("why.fee", figures.money(fee)));
    }
    discount(cart.discount(), "why.discount.all", figures, steps);
    var coupon = cart.coupon();
    if (coupon != null) {
      steps.add(Step.of("why.coupon", figures.money(-coupon.rounded()), coupon.code()));
    }
    var isInside = cart.taxesIncluded() != null;
    steps.add(
        Step.of(isInside ? "why.taxes.inside" : "why.taxes", figures.money(cart.taxAmount())));
    steps.add(Step.of("why.total", figures.money(cart.total())));
    return List.copyOf(steps);
  }

  private static void discount(
      Reduction discount, String key, MoneyFormat figures, List<Step> steps) {
    if (discount.kind() == Discount.Kind.NONE) {
      return;
    }
    var rate = discount.rate();
    if (rate == null) {
      steps.add(Step.of(key + ".flat", figures.money(-discount.rounded())));
    } else {
      steps.add(
          rounded(
              figures,
              key,
              discount.exact().negate(),
              -discount.rounded(),
              figures.number(rate),
              figures.money(discount.base())));
    }
  }

  private static Step rounded(
      MoneyFormat figures, String key, BigDecimal exact, long amount, String... what) {
    var isExact = exact.compareTo(BigDecimal.valueOf(amount)) == 0;
    return new Step(
        key, List.of(what), isExact ? null : figures.exactly(exact), figures.money(amount));
  }
}

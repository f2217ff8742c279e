package org.cartwright.pricing;

import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about the discount of a line or document, and what comes of it.
 *
 * <p>Clients send back what they were served, and what they were served is the effective amount and
 * the percentage ({@link Discount#on}, {@link Discount#percentage}), not what was asked for. Three
 * rules follow:
 *
 * <ul>
 *   <li>An amount and a percentage, each above 0, are believed only if the amount is the one last
 *       served or the one the percentage yields now. Then the percentage is the discount. Otherwise
 *       it is a {@link DiscountConflict}.
 *   <li>The served amount sent back repeats the flat discount as it was asked for; it does not
 *       shrink it to what a smaller base allowed. That holds for a served 0 too, if the percentage
 *       0 served with it is sent as well.
 *   <li>Hence a full request made of the served figures changes nothing.
 * </ul>
 *
 * @param amount the amount in the request, not negative; {@code null} if absent or null there
 * @param percentage the percentage in the request; {@code null} if absent or null there
 */
public record DiscountRequest(@Nullable Cents amount, @Nullable Percentage percentage) {

  /**
   * @throws IllegalArgumentException if the amount is negative
   */
  public DiscountRequest {
    if (amount != null && amount.isNegative()) {
      throw new IllegalArgumentException("a discount amount is not negative");
    }
  }

  /** Whether it names no discount, or one of 0. */
  public boolean isNone() {
    return (amount == null || amount.isZero()) && (percentage == null || percentage.isZero());
  }

  /**
   * The discount of a line or document that does not exist yet. An absent figure counts as 0.
   *
   * @param baseNow the amount before the discount
   * @throws DiscountConflict if both figures are above 0 and the percentage does not yield the
   *     amount
   */
  public Discount create(Cents baseNow) {
    return replace(Discount.none(), Cents.ZERO, baseNow);
  }

  /**
   * The discount after a full request. An absent figure counts as 0; with the difference that only
   * a 0 which was really sent can be an echo of a served 0.
   *
   * @param present the discount so far
   * @param lastServed the amount last served for it
   * @param baseNow the amount before the discount as this very request leaves it
   * @throws DiscountConflict if both figures are above 0 and the amount is neither the one last
   *     served nor the one the percentage yields now
   */
  public Discount replace(Discount present, Cents lastServed, Cents baseNow) {
    var asked = amount == null ? Cents.ZERO : amount;
    var rate = percentage == null ? Percentage.ZERO : percentage;
    if (!rate.isZero()) {
      return agreed(asked, rate, lastServed, baseNow);
    }
    if (asked.isZero() && (amount == null || percentage == null)) {
      return Discount.none();
    }
    return flat(asked, present, lastServed);
  }

  /**
   * The discount after a partial request. An absent figure keeps its value, except that there is
   * only one discount: a figure above 0 alone makes the discount one of its kind, and a 0 alone
   * ends the discount if it is of that kind. Both figures together mean what they mean in a full
   * request.
   *
   * @param present the discount so far
   * @param lastServed the amount last served for it
   * @param baseNow the amount before the discount as this very request leaves it
   * @throws DiscountConflict if {@link #replace} would throw it
   */
  public Discount update(Discount present, Cents lastServed, Cents baseNow) {
    if (amount != null && percentage != null) {
      return replace(present, lastServed, baseNow);
    }
    if (amount != null) {
      if (amount.isZero()) {
        return without(Discount.Kind.FLAT, present);
      }
      return flat(amount, present, lastServed);
    }
    if (percentage != null) {
      return percentage.isZero()
          ? without(Discount.Kind.PERCENT, present)
          : Discount.percent(percentage);
    }
    return present;
  }

  private static Discount agreed(Cents asked, Percentage rate, Cents lastServed, Cents baseNow) {
    if (asked.isZero() || asked.equals(lastServed) || asked.equals(rate.of(baseNow))) {
      return Discount.percent(rate);
    }
    throw new DiscountConflict();
  }

  private static Discount flat(Cents asked, Discount present, Cents lastServed) {
    var repeated = present.kind() == Discount.Kind.FLAT && asked.equals(lastServed);
    return repeated ? present : Discount.flat(asked);
  }

  private static Discount without(Discount.Kind kind, Discount present) {
    return present.kind() == kind ? Discount.none() : present;
  }
}

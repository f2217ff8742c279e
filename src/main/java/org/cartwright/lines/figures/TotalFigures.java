package org.cartwright.lines.figures;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.cartwright.pricing.Discount;
import org.cartwright.pricing.DiscountRequest;
import org.cartwright.pricing.PricedLines;
import org.cartwright.pricing.amounts.Cents;

/**
 * The figures at the foot of a cart or quote as it was last priced, as they are stored with it: the
 * discount as it was asked for, and amounts in the smallest unit of the currency.
 *
 * @param subtotal what the lines come to, the fee included
 * @param discountAmount what is taken off the whole: the discount and the coupon together, as it is
 *     served
 * @param couponAmount what of that is the coupon's
 * @param fee what of the subtotal is the fee
 */
@Embeddable
public record TotalFigures(
    @Enumerated(EnumType.STRING) Discount.Kind discountKind,
    BigDecimal discountValue,
    long subtotal,
    long discountAmount,
    long couponAmount,
    long fee,
    long taxAmount,
    long total) {

  /** The figures of what has no lines and no discount. */
  public static final TotalFigures NONE =
      new TotalFigures(Discount.Kind.NONE, BigDecimal.ZERO, 0, 0, 0, 0, 0, 0);

  public static TotalFigures of(PricedLines priced) {
    return new TotalFigures(
        priced.discount().kind(),
        priced.discount().value(),
        priced.subtotal().value(),
        priced.discountAmount().plus(priced.couponAmount()).value(),
        priced.couponAmount().value(),
        priced.fees().value(),
        priced.taxAmount().value(),
        priced.total().value());
  }

  /** The document's discount as it was asked for. */
  public Discount discount() {
    return Discount.of(discountKind, discountValue);
  }

  /** What the discount amounts to, without the coupon. */
  public Cents discounted() {
    return new Cents(discountAmount - couponAmount);
  }

  /** What the goods come to, on which the discount is. */
  public Cents goods() {
    return new Cents(subtotal - fee);
  }

  /**
   * A request for the document's discount without the coupon's part in it: the amount as it was
   * served stands for the discount's own.
   */
  public DiscountRequest own(DiscountRequest sent) {
    return couponAmount != 0 && new Cents(discountAmount).equals(sent.amount())
        ? new DiscountRequest(discounted(), sent.percentage())
        : sent;
  }
}

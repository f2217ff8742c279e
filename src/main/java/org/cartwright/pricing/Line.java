package org.cartwright.pricing;

import java.math.BigDecimal;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Quantity;
import org.cartwright.pricing.taxes.TaxBasis;

/**
 * A line before it is part of a document: its price, its quantity, its own discount, and what it is
 * to the document's coupon and to taxes.
 *
 * @param kind whether it is goods or a fee
 * @param unitPrice what one costs, 0 to {@link Pricing#MAX_UNIT_PRICE}; 0 is a price like any other
 * @param quantity how many are sold
 * @param discount off the whole line, not off each unit
 * @param couponed whether the document's coupon covers it, if there is one
 * @param basis what it is to taxes
 */
public record Line(
    LineKind kind,
    Cents unitPrice,
    Quantity quantity,
    Discount discount,
    boolean couponed,
    TaxBasis basis) {

  /**
   * @throws IllegalArgumentException if the unit price is out of bounds, or a fee is covered by the
   *     coupon
   */
  public Line {
    requirePossible(unitPrice);
    if (kind == LineKind.FEE && couponed) {
      throw new IllegalArgumentException("no coupon covers a fee");
    }
  }

  /** Goods that no coupon leaves out. */
  public Line(Cents unitPrice, Quantity quantity, Discount discount, TaxBasis basis) {
    this(LineKind.GOODS, unitPrice, quantity, discount, true, basis);
  }

  static void requirePossible(Cents unitPrice) {
    if (unitPrice.isNegative() || unitPrice.compareTo(Pricing.MAX_UNIT_PRICE) > 0) {
      throw new IllegalArgumentException(
          "a unit price is between 0 and " + Pricing.MAX_UNIT_PRICE.value() + " cents");
    }
  }

  /** Whether it is a fee, which no discount of the document falls on. */
  public boolean isFee() {
    return kind == LineKind.FEE;
  }

  /** G: unit price × quantity, rounded. */
  public Cents gross() {
    return unitPrice.times(quantity);
  }

  /** Unit price × quantity in cents before rounding. */
  public BigDecimal exactGross() {
    return unitPrice.exactlyTimes(quantity);
  }

  /** d: what the line's own discount amounts to. */
  public Cents discountAmount() {
    return discount.on(gross());
  }

  /** N: what the line costs before the document's discount and before tax. */
  public Cents net() {
    return gross().minus(discountAmount());
  }
}

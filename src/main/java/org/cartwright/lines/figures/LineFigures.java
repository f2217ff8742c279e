package org.cartwright.lines.figures;

import java.util.List;
import org.cartwright.pricing.PricedLine;
import org.cartwright.pricing.amounts.Cents;

/**
 * The figures of a line as it was last priced, all in cents.
 *
 * @param gross unit price × quantity
 * @param discount what the line's own discount amounts to
 * @param net gross − discount: the line's total price
 * @param share what falls on this line of the document's own discount
 * @param couponShare what falls on it of the coupon
 * @param tax the sum of the taxes
 */
public record LineFigures(
    Cents gross,
    Cents discount,
    Cents net,
    Cents share,
    Cents couponShare,
    Cents tax,
    List<LineTax> taxes) {

  public static final LineFigures UNPRICED =
      new LineFigures(
          Cents.ZERO, Cents.ZERO, Cents.ZERO, Cents.ZERO, Cents.ZERO, Cents.ZERO, List.of());

  public LineFigures {
    taxes = List.copyOf(taxes);
  }

  public static LineFigures of(PricedLine priced) {
    return new LineFigures(
        priced.gross(),
        priced.discountAmount(),
        priced.net(),
        priced.share(),
        priced.couponShare(),
        priced.taxAmount(),
        priced.taxes().stream().map(LineTax::of).toList());
  }

  /** What falls on the line of everything that is taken off the whole document. */
  public Cents shares() {
    return share.plus(couponShare);
  }

  /** What is left of the line after all discounts, on which it is taxed. */
  public Cents taxable() {
    return net.minus(shares());
  }
}

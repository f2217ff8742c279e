package org.cartwright.lines;

import java.util.List;
import org.cartwright.pricing.PricedLine;
import org.cartwright.pricing.amounts.Cents;

/**
 * The figures of a line as it was last priced, all in cents.
 *
 * @param gross unit price × quantity
 * @param discount what the line's own discount amounts to
 * @param net gross − discount: the line's total price
 * @param share what falls on this line of the document's discount
 * @param tax the sum of the taxes
 */
public record LineFigures(
    Cents gross, Cents discount, Cents net, Cents share, Cents tax, List<LineTax> taxes) {

  static final LineFigures UNPRICED =
      new LineFigures(Cents.ZERO, Cents.ZERO, Cents.ZERO, Cents.ZERO, Cents.ZERO, List.of());

  public LineFigures {
    taxes = List.copyOf(taxes);
  }

  static LineFigures of(PricedLine priced) {
    return new LineFigures(
        priced.gross(),
        priced.discountAmount(),
        priced.net(),
        priced.share(),
        priced.taxAmount(),
        priced.taxes().stream().map(LineTax::of).toList());
  }
}

package org.cartwright.carts.quoting;

import java.util.List;
import org.cartwright.charges.bill.BillItem;
import org.cartwright.charges.bill.BilledTax;
import org.cartwright.lines.LineItem;
import org.cartwright.lines.figures.LineTax;

/** Lines of carts and quotes as they are charged. */
public final class BilledLines {

  private BilledLines() {}

  /**
   * The lines as they were last priced, their shares of the document's discount and coupon
   * included.
   */
  public static List<BillItem> of(List<LineItem> lines) {
    return lines.stream().map(BilledLines::billed).toList();
  }

  private static BillItem billed(LineItem line) {
    var figures = line.figures();
    return BillItem.ofLine(
        line.name(),
        line.product().itemId(),
        line.product().packageId(),
        line.quantity(),
        line.unitPrice(),
        figures.gross(),
        figures.discount().plus(figures.shares()),
        figures.tax(),
        figures.taxes().stream().map(BilledLines::billed).toList());
  }

  private static BilledTax billed(LineTax tax) {
    return new BilledTax(tax.taxId(), tax.name(), tax.rate(), tax.amount());
  }
}

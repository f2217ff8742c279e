package org.cartwright.orders.reserving;

import java.util.List;
import java.util.Objects;
import org.cartwright.lines.LineItem;
import org.cartwright.lines.LineItems;
import org.cartwright.stock.StockLine;

/** What of the goods on a document comes from the stock. */
public final class FromStock {

  private FromStock() {}

  /** How much of which item, line by line; packages and the fee do not. */
  public static List<StockLine> of(LineItems items) {
    return items.goods().stream()
        .filter(line -> line.product().itemId() != null)
        .map(FromStock::line)
        .toList();
  }

  private static StockLine line(LineItem line) {
    return new StockLine(Objects.requireNonNull(line.product().itemId()), line.quantity());
  }
}

package org.cartwright.orders.reserving;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cartwright.lines.LineItem;
import org.cartwright.lines.LineItems;
import org.cartwright.orders.api.Blocker;
import org.cartwright.orders.api.BlockerCode;
import org.cartwright.stock.Shortage;
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

  /** What keeps a document from being fulfilled: each line of which there is not enough. */
  public static List<Blocker> lacking(LineItems items, List<Shortage> shortages) {
    var lacking = shortages.stream().map(Shortage::itemId).collect(Collectors.toSet());
    return items.goods().stream()
        .filter(line -> lacking.contains(line.product().itemId()))
        .map(
            line ->
                new Blocker(
                    BlockerCode.OUT_OF_STOCK, BlockerCode.OUT_OF_STOCK.sentence(), line.id()))
        .toList();
  }

  private static StockLine line(LineItem line) {
    return new StockLine(Objects.requireNonNull(line.product().itemId()), line.quantity());
  }
}

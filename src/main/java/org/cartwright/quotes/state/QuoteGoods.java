package org.cartwright.quotes.state;

import java.time.Instant;
import org.cartwright.lines.CurrentPrices;
import org.cartwright.lines.LineChange;
import org.cartwright.lines.LineItem;
import org.cartwright.lines.LineItems;
import org.cartwright.lines.NewLine;
import org.jspecify.annotations.Nullable;

/**
 * What is in a quote. Each change answers what is in it then; what a quote does not take on, or not
 * let go, is refused here.
 */
public record QuoteGoods(LineItems items) {

  /** With one more line. */
  public LineItems with(NewLine wanted, CurrentPrices prices, Instant now) {
    if (items.isFull()) {
      throw QuoteRefusal.full();
    }
    return items.with(wanted, prices, now);
  }

  /** With a line changed. */
  public LineItems with(LineItem line, LineChange change, CurrentPrices prices, Instant now) {
    requireNoFee(line);
    return items.with(line, change, prices, now);
  }

  /** Without a line. */
  public LineItems without(LineItem line, CurrentPrices prices, Instant now) {
    requireNoFee(line);
    return items.without(line, prices, now);
  }

  private static void requireNoFee(LineItem line) {
    if (line.isFee()) {
      throw QuoteRefusal.feeIsFixed();
    }
  }

  /** Refuses to go on if nothing is in it to be sold. */
  public void requireAny() {
    if (items.goods().isEmpty()) {
      throw QuoteRefusal.empty();
    }
  }

  /** The item that is its fee, if it has one. */
  public @Nullable String feeItemId() {
    return items.fee().map(line -> line.product().itemId()).orElse(null);
  }
}

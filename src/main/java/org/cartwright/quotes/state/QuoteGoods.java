package org.cartwright.quotes.state;

import java.time.Instant;
import org.cartwright.lines.CurrentPrices;
import org.cartwright.lines.LineChange;
import org.cartwright.lines.LineItem;
import org.cartwright.lines.LineItems;
import org.cartwright.lines.NewLine;
import org.cartwright.lines.Product;
import org.cartwright.platform.errors.Missing;
import org.jspecify.annotations.Nullable;

/**
 * What is in a quote. Each change answers what is in it then; what a quote does not take on, or not
 * let go, is refused here.
 */
public record QuoteGoods(LineItems items) {

  /**
   * The line a client means: by the id it has from the cart's line, or by the id of what it sells,
   * if no other line sells that too.
   */
  public LineItem line(String itemId) {
    return items.find(itemId).orElseGet(() -> theOneSelling(itemId));
  }

  private LineItem theOneSelling(String productId) {
    var selling = items.lines().stream().filter(line -> sells(line.product(), productId)).toList();
    if (selling.size() > 1) {
      throw QuoteRefusal.severalLinesHaveIt();
    }
    return selling.stream().findFirst().orElseThrow(() -> Missing.a("Quote item"));
  }

  private static boolean sells(Product product, String id) {
    return id.equals(product.itemId()) || id.equals(product.packageId());
  }

  /** With one more line. */
  public LineItems with(NewLine wanted, CurrentPrices prices, Instant now) {
    if (items.isFull()) {
      throw QuoteRefusal.full();
    }
    return priced(items.with(wanted, prices, now));
  }

  /** With a line changed. */
  public LineItems with(LineItem line, LineChange change, CurrentPrices prices, Instant now) {
    requireNoFee(line);
    return priced(items.with(line, change, prices, now));
  }

  /** Without a line. */
  public LineItems without(LineItem line, CurrentPrices prices, Instant now) {
    requireNoFee(line);
    return priced(items.without(line, prices, now));
  }

  /** These, if the market has a price for all of them: a quote offers nothing for nothing. */
  public static LineItems priced(LineItems items) {
    if (items.lackAPrice()) {
      throw QuoteRefusal.notSoldInItsMarket();
    }
    return items;
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

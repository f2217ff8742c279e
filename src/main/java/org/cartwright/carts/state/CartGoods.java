package org.cartwright.carts.state;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.cartwright.lines.CurrentPrices;
import org.cartwright.lines.GoodsWish;
import org.cartwright.lines.LineChange;
import org.cartwright.lines.LineItem;
import org.cartwright.lines.LineItems;
import org.cartwright.lines.NewLine;
import org.cartwright.lines.Product;
import org.cartwright.platform.errors.Missing;
import org.cartwright.pricing.DiscountRequest;
import org.jspecify.annotations.Nullable;

/**
 * What is on a cart. Each change answers what is on it then; what a cart does not take on, or not
 * let go, is refused here.
 */
public record CartGoods(LineItems items) {

  /** The line with this id; a line of another cart is no line of this one. */
  public LineItem line(String lineId) {
    return items.find(lineId).orElseThrow(() -> Missing.a("Cart item"));
  }

  private LineItem changeable(String lineId) {
    var line = line(lineId);
    if (line.isFee()) {
      throw CartRefusal.feeIsFixed();
    }
    return line;
  }

  /** With one more line. */
  public LineItems with(NewLine wanted, CurrentPrices prices, Instant now) {
    if (items.isFull()) {
      throw CartRefusal.full();
    }
    return items.with(wanted, prices, now);
  }

  /** With a line changed. */
  public LineItems with(String lineId, LineChange change, CurrentPrices prices, Instant now) {
    return items.with(changeable(lineId), change, prices, now);
  }

  /** Without a line. */
  public LineItems without(String lineId, CurrentPrices prices, Instant now) {
    return items.without(changeable(lineId), prices, now);
  }

  /** With another fee, or with none. */
  public LineItems withFee(@Nullable Product fee, CurrentPrices prices, Instant now) {
    if (fee != null && items.fee().isEmpty() && items.isFull()) {
      throw CartRefusal.full();
    }
    return items.withFee(fee, prices, now);
  }

  /**
   * With other goods, among which the fee may be sent back as it was served; see {@link
   * LineItems#feeSentBack}.
   */
  public LineItems replacedAsServed(
      List<NewLine> sent, DiscountRequest discount, CurrentPrices prices, Instant now) {
    var fee = items.feeSentBack(sent);
    if (fee.isPresent() && !items.fee().orElseThrow().isSentBackBy(sent.get(fee.getAsInt()))) {
      throw CartRefusal.feeIsFixed();
    }
    return items.replaced(sent, fee, discount, prices, now);
  }

  /** As a request wants them. */
  public LineItems changedBy(GoodsWish wish, CurrentPrices prices, Instant now) {
    return items.changedBy(wish, prices, now);
  }

  /** The same, sold on other terms. */
  public LineItems pricedAnew(GoodsWish wish, CurrentPrices prices, Instant now) {
    return items.pricedAnew(wish, prices, now);
  }

  /**
   * Refuses to go on if amounts that somebody named in a currency are to mean another one. What a
   * request takes off, or names anew, is none of these.
   *
   * @param after what is on the cart then
   */
  public void requireSellableIn(Currency next, Currency present, LineItems after) {
    if (!next.equals(present) && after.keepNamedAmountsOf(items)) {
      throw CartRefusal.namedInAnotherCurrency(present);
    }
  }
}

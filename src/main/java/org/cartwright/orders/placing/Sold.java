package org.cartwright.orders.placing;

import java.util.List;
import java.util.Objects;
import org.cartwright.charges.bill.Bill;
import org.cartwright.lines.LineItems;
import org.cartwright.lines.Sale;
import org.cartwright.orders.reserving.FromStock;
import org.cartwright.stock.StockLine;
import org.jspecify.annotations.Nullable;

/**
 * What is sold by an order, with the figures that stay: the draft's as they were last priced, or
 * those that the customer accepted.
 *
 * @param quoteId the quote that was accepted, if one was
 * @param bill the same figures, as they are charged
 */
record Sold(String cartId, @Nullable String quoteId, Sale sale, LineItems items, Bill bill) {

  String customerId() {
    return bill.patientId();
  }

  /** The coupon that made it cheaper, if one did. */
  @Nullable String couponCode() {
    return items.figures().couponAmount() == 0
        ? null
        : Objects.requireNonNull(sale.terms()).couponCode();
  }

  /** What of it comes from the stock. */
  List<StockLine> fromStock() {
    return FromStock.of(items);
  }
}

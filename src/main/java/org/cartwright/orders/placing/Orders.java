package org.cartwright.orders.placing;

import java.time.Clock;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.cartwright.charges.Charges;
import org.cartwright.coupons.Coupons;
import org.cartwright.orders.api.placed.FulfilmentReport;
import org.cartwright.orders.api.placed.OrderDetail;
import org.cartwright.orders.reading.OrderQueries;
import org.cartwright.platform.errors.Missing;
import org.cartwright.stock.Stock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a shop does with its orders. Each of these is one transaction that locks the order first and
 * answers it as it is stored afterwards. An order is named by its id or its number; one that does
 * not exist or is another tenant's is {@link Missing}.
 */
@Service
public class Orders {

  private final OrderBook book;
  private final OrderQueries served;
  private final Coupons coupons;
  private final Stock stock;
  private final Charges charges;
  private final OrderWords words;
  private final Clock clock;

  Orders(
      OrderBook book,
      OrderQueries served,
      Coupons coupons,
      Stock stock,
      Charges charges,
      OrderWords words,
      Clock clock) {
    this.book = book;
    this.served = served;
    this.coupons = coupons;
    this.stock = stock;
    this.charges = charges;
    this.words = words;
    this.clock = clock;
  }

  /**
   * Approves an order: the record of its fulfilment begins.
   *
   * @throws OrderRefusal unless it is pending
   */
  @Transactional
  public OrderDetail approve(String idOrNumber) {
    return changed(idOrNumber, PlacedOrder::approve);
  }

  /**
   * Takes an order back: its coupon can be used again, its goods are in stock again, and its charge
   * is void, or refunded if it was paid.
   *
   * @throws OrderRefusal if it was cancelled before, or the shop has the goods no more
   */
  @Transactional
  public OrderDetail cancel(String idOrNumber, String reason) {
    return changed(
        idOrNumber,
        (order, now) -> {
          order.cancel(reason, now);
          coupons.giveBack(order.id());
          stock.giveBack(order.id());
          charges.takeBack(order.chargeId(), words.cancelled(order.number(), reason));
        });
  }

  /**
   * Takes note of what happened to an order's goods.
   *
   * @throws OrderRefusal if that cannot have happened
   */
  @Transactional
  public OrderDetail report(String idOrNumber, FulfilmentReport report) {
    return changed(idOrNumber, (order, now) -> order.report(report, now));
  }

  /**
   * An order as it is served, locked until the transaction ends.
   *
   * @throws Missing if there is none
   */
  @Transactional
  public OrderDetail held(String idOrNumber) {
    return served.get(book.lock(idOrNumber).id());
  }

  private OrderDetail changed(String idOrNumber, BiConsumer<PlacedOrder, Instant> change) {
    var order = book.lock(idOrNumber);
    var now = clock.instant();
    change.accept(order, now);
    book.write(order, now);
    return served.get(order.id());
  }
}

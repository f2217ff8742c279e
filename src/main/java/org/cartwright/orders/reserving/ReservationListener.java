package org.cartwright.orders.reserving;

import java.time.Clock;
import org.cartwright.carts.CartEvent;
import org.cartwright.carts.DraftCarts;
import org.cartwright.quotes.AcceptedDrafts;
import org.cartwright.stock.Stock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds for a draft what is on it now, as far as there is so much, and nothing for what is no draft
 * any more. Costs nothing where nothing is held.
 */
@Component
class ReservationListener {

  private final DraftCarts carts;
  private final AcceptedDrafts quotes;
  private final Stock stock;
  private final Clock clock;

  ReservationListener(DraftCarts carts, AcceptedDrafts quotes, Stock stock, Clock clock) {
    this.carts = carts;
    this.quotes = quotes;
    this.stock = stock;
    this.clock = clock;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(CartEvent event) {
    if (!event.isReserved()) {
      return;
    }
    switch (event.type()) {
      case CREATED, CHANGED, REOPENED, ACCEPTED -> follow(event.cartId());
      case ABANDONED, EXPIRED, DELETED, REJECTED, CONVERTED -> stock.release(event.cartId());
    }
  }

  private void follow(String cartId) {
    var cart = carts.find(cartId).orElseThrow();
    var until = cart.reservedUntil();
    var now = clock.instant();
    if (until == null) {
      stock.release(cartId);
    } else if (until.isAfter(now)) {
      stock.keep(FromStock.of(quotes.toBePlaced(cart, now)), cartId, until);
    }
  }
}

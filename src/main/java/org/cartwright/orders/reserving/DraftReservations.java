package org.cartwright.orders.reserving;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.cartwright.carts.DraftCart;
import org.cartwright.carts.DraftCarts;
import org.cartwright.carts.state.CartRefusal;
import org.cartwright.lines.LineItems;
import org.cartwright.orders.api.Blocker;
import org.cartwright.orders.api.BlockerCode;
import org.cartwright.orders.api.DraftDetail;
import org.cartwright.orders.reading.DraftQueries;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.json.Moment;
import org.cartwright.quotes.AcceptedDrafts;
import org.cartwright.stock.Stock;
import org.cartwright.tenancy.Deadlines;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds what is on a draft for it until a moment. Each of these is one transaction that locks the
 * cart first, then the items, and answers the draft as it is stored afterwards.
 */
@Service
public class DraftReservations {

  private final DraftCarts carts;
  private final DraftQueries served;
  private final AcceptedDrafts quotes;
  private final Stock stock;
  private final Deadlines deadlines;
  private final Clock clock;

  DraftReservations(
      DraftCarts carts,
      DraftQueries served,
      AcceptedDrafts quotes,
      Stock stock,
      Deadlines deadlines,
      Clock clock) {
    this.carts = carts;
    this.served = served;
    this.quotes = quotes;
    this.stock = stock;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /**
   * Holds everything on a draft, or what was accepted of it, instead of what was held for it
   * before, or refuses and holds what it held.
   *
   * @param until a date alone means the end of that day
   * @throws Missing if there is no such draft
   * @throws InvalidRequest if that moment is over
   * @throws CartRefusal unless it is a draft, or was accepted
   * @throws ReservationRefusal if nothing is on it, or there is too little of something
   */
  @Transactional
  public DraftDetail reserve(String cartId, Moment until) {
    var cart = lock(cartId);
    var now = clock.instant();
    var end = deadlines.of(until);
    if (!end.isAfter(now)) {
      throw new InvalidRequest(
          Violation.inBody("this moment is over; name one that is to come", "until"));
    }
    cart.reserve(end, now);
    hold(quotes.toBePlaced(cart, now), cartId, end);
    carts.write(cart, now);
    return served.get(cartId);
  }

  private void hold(LineItems items, String cartId, Instant until) {
    if (items.goods().isEmpty()) {
      throw new ReservationRefusal(
          List.of(new Blocker(BlockerCode.NO_ITEMS, BlockerCode.NO_ITEMS.sentence(), null)));
    }
    var missing = stock.reserve(FromStock.of(items), cartId, until);
    if (!missing.isEmpty()) {
      throw new ReservationRefusal(FromStock.lacking(items, missing));
    }
  }

  /**
   * Gives back what is held for a draft; if nothing is, nothing happens.
   *
   * @throws Missing if there is no such draft
   * @throws CartRefusal if something is, and it is neither a draft nor accepted
   */
  @Transactional
  public DraftDetail release(String cartId) {
    var cart = lock(cartId);
    var now = clock.instant();
    cart.releaseStock(now);
    carts.write(cart, now);
    return served.get(cartId);
  }

  private DraftCart lock(String cartId) {
    return carts.lock(cartId).orElseThrow(() -> Missing.a("Draft"));
  }
}

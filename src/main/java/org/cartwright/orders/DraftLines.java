package org.cartwright.orders;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.cartwright.carts.DraftCart;
import org.cartwright.carts.api.CartItemCreate;
import org.cartwright.carts.api.CartItemUpdate;
import org.cartwright.carts.state.CartRefusal;
import org.cartwright.lines.Sale;
import org.cartwright.orders.api.DraftDetail;
import org.cartwright.orders.reading.DraftQueries;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of single lines of a draft, and of its coupon. Each is one transaction that locks the
 * cart first and answers the draft as it is stored afterwards. A line is priced by the terms that
 * stand on the cart, and asks for nothing else. A draft or line that is not there is {@link
 * Missing}.
 */
@Service
public class DraftLines {

  private final DraftBook book;
  private final DraftServices services;
  private final DraftQueries served;
  private final Clock clock;

  DraftLines(DraftBook book, DraftServices services, DraftQueries served, Clock clock) {
    this.book = book;
    this.services = services;
    this.served = served;
    this.clock = clock;
  }

  /**
   * Adds a line behind the other goods.
   *
   * @throws InvalidRequest if it names what is not offered, or not sold in the draft's market
   * @throws CartRefusal unless it is a draft that no quote holds
   */
  @Transactional
  public DraftDetail add(String id, CartItemCreate item) {
    return changed(id, (cart, now) -> cart.add(item.wanted(), now));
  }

  /**
   * Changes one line; whatever is left out stays.
   *
   * @throws CartRefusal unless it is a draft that no quote holds
   */
  @Transactional
  public DraftDetail change(String id, String lineId, CartItemUpdate update) {
    return changed(id, (cart, now) -> cart.change(lineId, update.change(), now));
  }

  /**
   * Takes a line off.
   *
   * @throws CartRefusal unless it is a draft that no quote holds
   */
  @Transactional
  public DraftDetail remove(String id, String lineId) {
    return changed(id, (cart, now) -> cart.remove(lineId, now));
  }

  /**
   * Puts a coupon on, in the place of another, whether or not it applies; without a code takes it
   * off. Either prices everything anew.
   *
   * @throws CartRefusal unless it is a draft that no quote holds
   */
  @Transactional
  public DraftDetail coupon(String id, @Nullable String code) {
    return changed(
        id,
        (cart, now) -> {
          var draft = book.beside(cart, now);
          var details = draft.details();
          cart.sell(services.following(under(code, cart.sale()), details), false, now);
          draft.become(services.following(details));
        });
  }

  private DraftDetail changed(String id, BiConsumer<DraftCart, Instant> change) {
    var cart = book.lock(id);
    var now = clock.instant();
    change.accept(cart, now);
    book.write(cart, now);
    return served.get(id);
  }

  private static Sale under(@Nullable String code, Sale sale) {
    return sale.on(Objects.requireNonNull(sale.terms()).under(code));
  }
}

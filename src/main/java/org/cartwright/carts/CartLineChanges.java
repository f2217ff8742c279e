package org.cartwright.carts;

import java.time.Clock;
import java.util.List;
import org.cartwright.carts.api.CartItemCreate;
import org.cartwright.carts.api.CartItemUpdate;
import org.cartwright.carts.api.CartSummary;
import org.cartwright.carts.state.CartRefusal;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of single lines of a draft. Each is one transaction that locks the cart first and answers
 * the cart as it is stored afterwards. A cart or line that is not there is {@link Missing}.
 */
@Service
public class CartLineChanges {

  private final LockedCarts carts;
  private final Clock clock;

  CartLineChanges(LockedCarts carts, Clock clock) {
    this.carts = carts;
    this.clock = clock;
  }

  /**
   * Adds a line at the end.
   *
   * @throws InvalidRequest if it names a product that is not offered
   * @throws CartRefusal unless the cart is a draft that no quote holds
   */
  @Transactional
  public CartSummary add(String id, CartItemCreate item) {
    var cart = carts.lock(id);
    var now = clock.instant();
    cart.requireDraft(now);
    var prices = carts.prices(cart, List.of(item.product()), cart.sale());
    InvalidRequest.throwIfAny(prices.notOffered(List.of(item.product()), List.of(), null));
    cart.add(item.wanted(), prices, now);
    return carts.written(cart, now);
  }

  /**
   * Changes one line.
   *
   * @throws CartRefusal unless the cart is a draft that no quote holds
   */
  @Transactional
  public CartSummary change(String id, String lineId, CartItemUpdate update) {
    var cart = carts.lock(id);
    var now = clock.instant();
    cart.line(lineId);
    cart.change(lineId, update.change(), carts.prices(cart), now);
    return carts.written(cart, now);
  }

  /**
   * Takes a line off.
   *
   * @throws CartRefusal unless the cart is a draft that no quote holds
   */
  @Transactional
  public CartSummary remove(String id, String lineId) {
    var cart = carts.lock(id);
    var now = clock.instant();
    cart.line(lineId);
    cart.remove(lineId, carts.prices(cart), now);
    return carts.written(cart, now);
  }
}

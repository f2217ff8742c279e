package org.cartwright.carts;

import jakarta.persistence.EntityManager;
import org.cartwright.lines.LineStore;
import org.springframework.stereotype.Component;

/** Reads the lines of a cart into it, and stores them as the cart has them now. */
@Component
class CartLines {

  private final CartLineRepository lines;
  private final EntityManager entities;

  CartLines(CartLineRepository lines, EntityManager entities) {
    this.lines = lines;
    this.entities = entities;
  }

  /** The cart with its lines. */
  Cart readInto(Cart cart) {
    cart.holds(lines.findByCartIdOrderByPosition(cart.id()));
    return cart;
  }

  /** Has the lines written with the next flush, in one batch. */
  void store(Cart cart) {
    cart.store(new LineStore<>(entities, id -> new StoredCartLine(id, cart.id())));
  }
}

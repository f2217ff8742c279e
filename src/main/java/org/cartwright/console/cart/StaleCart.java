package org.cartwright.console.cart;

/** Somebody else has changed the cart since it was shown; nothing was changed. */
final class StaleCart extends RuntimeException {

  StaleCart() {
    super("the cart was changed meanwhile");
  }
}

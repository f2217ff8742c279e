package org.cartwright.lines;

/** Of which lines the prices that nobody named are looked up when something changes. */
enum LookUp {
  /**
   * Of those that are on sale and of which there is another quantity, since it may have reached
   * another tier; or which had no price.
   */
  WHAT_MOVED,
  /** Of all that the market sells, withdrawn or not: they are sold on other terms. */
  OTHER_TERMS,
  /** Of all: no price of another market means anything. */
  OTHER_MARKET
}

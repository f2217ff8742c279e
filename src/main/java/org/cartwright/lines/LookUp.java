package org.cartwright.lines;

/** Of which lines the prices that nobody named are looked up when something changes. */
enum LookUp {
  /**
   * Of those of which there is another quantity, since it may have reached another tier; or which
   * had no price.
   */
  WHAT_MOVED,
  /** Of all: they are sold on other terms, or in another market. */
  ALL
}

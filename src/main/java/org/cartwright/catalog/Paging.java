package org.cartwright.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list.
 *
 * @param number from 1
 * @param size how many entries a page has
 */
record Paging(int number, int size) {

  /** How many entries a page has if the client does not say. */
  static final int USUAL_SIZE = 50;

  /** How many entries a page has at most. */
  static final int LARGEST_SIZE = 1000;

  static Paging of(@Nullable Integer number, @Nullable Integer size) {
    return new Paging(number == null ? 1 : number, size == null ? USUAL_SIZE : size);
  }

  long offset() {
    return (number - 1L) * size;
  }
}

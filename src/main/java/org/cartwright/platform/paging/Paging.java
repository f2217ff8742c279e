package org.cartwright.platform.paging;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list.
 *
 * @param number from 1
 * @param size how many entries a page has
 */
public record Paging(int number, int size) {

  /** How many entries a page has at most. */
  public static final int LARGEST_SIZE = 1000;

  private static final int USUAL_SIZE = 50;

  /** The page a client asks for: without a number the first, without a size one of fifty. */
  public static Paging of(@Nullable Integer number, @Nullable Integer size) {
    return new Paging(number == null ? 1 : number, size == null ? USUAL_SIZE : size);
  }

  /** How many entries stand before the page. */
  public long offset() {
    return (number - 1L) * size;
  }
}

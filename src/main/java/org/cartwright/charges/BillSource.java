package org.cartwright.charges;

/**
 * What a bill was made of. There is at most one charge for each.
 *
 * @param kind what it is
 * @param id which one
 */
public record BillSource(Kind kind, String id) {

  /** The kinds of things that become charges. */
  public enum Kind {
    CART,
    QUOTE
  }
}

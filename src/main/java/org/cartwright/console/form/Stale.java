package org.cartwright.console.form;

/**
 * Something is no longer as it was seen: nothing is changed, and the page says what became of it.
 */
public final class Stale extends RuntimeException {

  public Stale() {
    super("not as it was seen");
  }
}

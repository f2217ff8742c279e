package org.cartwright.console.cart;

import java.util.Map;
import java.util.TreeMap;
import org.cartwright.console.sessions.FormTokens;
import org.jspecify.annotations.Nullable;

/**
 * A form of a cart's page, sent.
 *
 * @param form which of them
 * @param seen the cart as it was shown, see {@link CartSight}
 */
record CartEdit(String form, @Nullable String seen, Map<String, String> typed) {

  private static final String SEEN = "seen";

  /** What a script puts beside it: the cart as the page shows it by now. */
  private static final String SEEN_NOW = "seen-now";

  static CartEdit of(String form, Map<String, String> parameters) {
    var typed = new TreeMap<>(parameters);
    typed.remove(FormTokens.FIELD);
    var seen = typed.remove(SEEN);
    var now = typed.remove(SEEN_NOW);
    return new CartEdit(form, now == null ? seen : now, typed);
  }

  /** What was typed into a field, or what stood there where the form has none. */
  String field(String name, String otherwise) {
    return typed.getOrDefault(name, otherwise).strip();
  }

  NotTaken problem(Map<String, String> reasons) {
    return new NotTaken(new Problem(form, typed, reasons));
  }
}

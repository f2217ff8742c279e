package org.cartwright.console.cart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cartwright.carts.api.CartItem;
import org.cartwright.carts.api.CartSummary;
import org.jspecify.annotations.Nullable;

/**
 * A cart as it was shown to somebody, in a field of each form: it tells whether the cart is still
 * like that, and what became of it if not. It is believed for no more than that.
 */
final class CartSight {

  /** Each form has it, and there is one for each line: of longer carts it tells less. */
  private static final int MOST_LINES = 40;

  private static final int LETTERS = 36;

  private CartSight() {}

  /**
   * What changed of a cart.
   *
   * @param key of its text
   * @param what the name of the line it is about, or how many there are
   */
  record Change(String key, String what) {}

  static String of(CartSummary cart) {
    var head = cart.updatedDate() + "~" + head(cart) + "~" + cart.status();
    return cart.items().size() > MOST_LINES
        ? head
        : head
            + cart.items().stream()
                .map(line -> "|" + key(line) + "~" + content(line))
                .collect(Collectors.joining());
  }

  private static String head(CartSummary cart) {
    return code(
        cart.patient().id(),
        cart.discountPercentage().stripTrailingZeros(),
        cart.discountPercentage().signum() == 0 ? cart.discountAmount() : 0,
        Objects.requireNonNullElse(cart.notes(), ""));
  }

  private static String key(CartItem line) {
    return code(line.id());
  }

  private static String content(CartItem line) {
    return code(
        line.quantity().stripTrailingZeros(),
        line.unitPrice(),
        line.discountPercentage().stripTrailingZeros(),
        line.discountPercentage().signum() == 0 ? line.discountAmount() : 0,
        Objects.requireNonNullElse(line.notes(), ""));
  }

  private static String code(Object... values) {
    return Integer.toUnsignedString(Objects.hash(values), LETTERS);
  }

  /** Whether a cart is as it was shown. */
  static boolean isAsSeen(CartSummary cart, @Nullable String seen) {
    return of(cart).equals(seen);
  }

  /** What became of a cart since it was shown; nothing where that is not known. */
  static List<Change> changes(CartSummary cart, @Nullable String seen) {
    var parts = List.of((seen == null ? "" : seen).split("\\|", -1));
    var before = new LinkedHashMap<String, String>();
    for (var part : parts.subList(1, parts.size())) {
      var pair = part.split("~", 2);
      before.put(pair[0], pair[pair.length - 1]);
    }
    var changes = new ArrayList<Change>();
    for (var line : cart.items()) {
      var was = before.remove(key(line));
      if (was == null && parts.size() > 1) {
        changes.add(new Change("cart.changed.added", CartSheet.name(line)));
      } else if (was != null && !was.equals(content(line))) {
        changes.add(new Change("cart.changed.line", CartSheet.name(line)));
      }
    }
    if (!before.isEmpty()) {
      changes.add(new Change("cart.changed.removed", Integer.toString(before.size())));
    }
    var head = parts.getFirst().split("~", -1);
    if (head.length > 1 && !head[1].equals(head(cart))) {
      changes.add(new Change("cart.changed.head", ""));
    }
    return changes;
  }
}

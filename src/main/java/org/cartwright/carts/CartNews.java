package org.cartwright.carts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to a cart since it was read, until it is announced; nothing of it is stored.
 */
final class CartNews {

  private final List<CartEvent.Type> types = new ArrayList<>();
  private CartEvent.@Nullable Copy copy;
  private @Nullable Instant reservationEnded;

  /** A new cart is news as a whole, and what changes twice at once has changed. */
  void changed() {
    if (!types.contains(CartEvent.Type.CREATED) && !types.contains(CartEvent.Type.CHANGED)) {
      types.add(CartEvent.Type.CHANGED);
    }
  }

  void happened(CartEvent.Type type) {
    types.add(type);
  }

  /** What has happened since it was asked last, in that order. */
  List<CartEvent.Type> take() {
    var taken = List.copyOf(types);
    types.clear();
    return taken;
  }

  /** It was made as a copy of a draft order. */
  void copied(CartEvent.Copy made) {
    copy = made;
  }

  CartEvent.@Nullable Copy copy() {
    return copy;
  }

  /** Stock was held for it until this moment, and is not any more. */
  void reservationEnded(Instant until) {
    reservationEnded = until;
  }

  /** Whether stock is held for it at a moment, or was until what is news. */
  boolean wasReserved(@Nullable Instant reservedUntil, Instant now) {
    return Stream.of(reservedUntil, reservationEnded)
        .anyMatch(until -> until != null && until.isAfter(now));
  }
}

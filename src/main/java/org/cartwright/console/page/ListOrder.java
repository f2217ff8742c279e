package org.cartwright.console.page;

import java.util.Arrays;
import java.util.Locale;

/**
 * In which order a list stands: a constant of a closed list, whose first is what nobody asks for.
 */
public interface ListOrder {

  /** That of the constant. */
  String name();

  /** As it stands in an address; also for the template. */
  default String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What an address says of it: nothing where it is the first of its list. */
  static <E extends Enum<E> & ListOrder> String asked(E order) {
    return order == order.getDeclaringClass().getEnumConstants()[0] ? "" : order.word();
  }

  /** The one that an address names; the first if it names none. */
  static <E extends Enum<E> & ListOrder> E named(E[] all, String word) {
    return Arrays.stream(all).filter(it -> it.word().equals(word)).findFirst().orElse(all[0]);
  }
}

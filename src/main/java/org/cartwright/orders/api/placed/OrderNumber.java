package org.cartwright.orders.api.placed;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of an order, as people say it: {@code #ORD-000000000001}. A shop's are counted from 1
 * without gaps.
 */
public record OrderNumber(long value) {

  private static final Pattern WRITTEN =
      Pattern.compile("#?ORD-([0-9]{1,12})", Pattern.CASE_INSENSITIVE);

  /** What is meant by a text, if it is written like a number: with or without #, in any case. */
  public static Optional<OrderNumber> in(String text) {
    var written = WRITTEN.matcher(text);
    return written.matches()
        ? Optional.of(new OrderNumber(Long.parseLong(written.group(1))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "#ORD-" + "%012d".formatted(value);
  }
}

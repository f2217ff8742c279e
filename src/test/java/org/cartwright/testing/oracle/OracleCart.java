package org.cartwright.testing.oracle;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cart in plain terms: money as {@code long}, decimals as the text of a JSON number without
 * exponent.
 *
 * @param location the patient's location
 */
public record OracleCart(List<Line> lines, Off off, List<Tax> taxes, @Nullable String location) {

  /** At most one of the two is not 0. */
  public record Off(long flat, String percent) {

    public static final Off NOTHING = new Off(0, "0");
  }

  /** Exactly one of {@code item} and {@code parts} is given. */
  public record Line(
      long unitPrice, String quantity, Off off, @Nullable Item item, @Nullable List<Part> parts) {}

  public record Item(String type, @Nullable String category, Set<String> exemptedTaxIds) {}

  public record Part(long price, @Nullable String quantity, Item item) {}

  public record Tax(
      String id, String rate, String scope, Set<String> categories, Set<String> locations) {}
}

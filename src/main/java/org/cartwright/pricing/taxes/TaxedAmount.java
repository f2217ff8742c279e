package org.cartwright.pricing.taxes;

import java.math.BigDecimal;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.jspecify.annotations.Nullable;

/**
 * One tax on one line, or on one part of a line that is a package, with everything it was computed
 * from.
 *
 * @param taxId the tax
 * @param name the tax's name when it was applied
 * @param rate the tax's rate when it was applied
 * @param part the index of the package's part that is taxed, from 0; {@code null} if it is the line
 *     as a whole
 * @param base what is taxed, in cents
 */
public record TaxedAmount(
    String taxId, String name, Percentage rate, @Nullable Integer part, Cents base) {

  public static TaxedAmount of(TaxRule rule, @Nullable Integer part, Cents base) {
    return new TaxedAmount(rule.id(), rule.name(), rule.rate(), part, base);
  }

  /** The tax in cents before rounding. */
  public BigDecimal exact() {
    return rate.exactlyOf(base);
  }

  /** The tax: each one is rounded by itself, and only the rounded ones are added up. */
  public Cents amount() {
    return rate.of(base);
  }
}

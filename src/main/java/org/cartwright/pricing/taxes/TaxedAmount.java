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
 * @param base what is taxed, without any tax
 * @param amount the tax, rounded; only rounded ones are added up
 */
public record TaxedAmount(
    String taxId, String name, Percentage rate, @Nullable Integer part, Cents base, Cents amount) {

  /** A tax that comes on top, rounded by itself. */
  public static TaxedAmount of(TaxRule rule, @Nullable Integer part, Cents base) {
    return within(rule, part, base, rule.rate().of(base));
  }

  /** A tax that is in a price: its share of all that are. */
  static TaxedAmount within(TaxRule rule, @Nullable Integer part, Cents base, Cents amount) {
    return new TaxedAmount(rule.id(), rule.name(), rule.rate(), part, base, amount);
  }

  /** The tax in cents before rounding. */
  public BigDecimal exact() {
    return rate.exactlyOf(base);
  }
}

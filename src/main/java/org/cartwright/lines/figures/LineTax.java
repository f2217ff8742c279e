package org.cartwright.lines.figures;

import java.math.BigDecimal;
import org.cartwright.pricing.taxes.TaxedAmount;
import org.jspecify.annotations.Nullable;

/**
 * A tax on a line as it was when the line was last priced.
 *
 * @param rate in percent
 * @param part which part of a package it is on, from 0; absent if it is on the whole line
 * @param base what it is on, in cents
 * @param amount the tax, in cents
 */
public record LineTax(
    String taxId, String name, BigDecimal rate, @Nullable Integer part, long base, long amount) {

  public static LineTax of(TaxedAmount tax) {
    return new LineTax(
        tax.taxId(),
        tax.name(),
        tax.rate().value(),
        tax.part(),
        tax.base().value(),
        tax.amount().value());
  }
}

package org.cartwright.charges.bill;

import java.math.BigDecimal;

/**
 * A tax on something billed, as it was computed before.
 *
 * @param rate in percent
 * @param amount in cents
 */
public record BilledTax(String taxId, String name, BigDecimal rate, long amount) {}

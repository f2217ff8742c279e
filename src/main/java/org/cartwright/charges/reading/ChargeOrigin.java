package org.cartwright.charges.reading;

import java.util.Currency;
import org.cartwright.charges.bill.BillSource;

/**
 * Where a charge comes from.
 *
 * @param currency what its amounts are in
 * @param source what it was opened for
 */
public record ChargeOrigin(Currency currency, BillSource source) {}

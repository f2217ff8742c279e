package org.cartwright.charges;

import java.time.Instant;
import java.util.Currency;
import org.cartwright.charges.bill.BillSource;
import org.cartwright.tenancy.Caller;

/**
 * A charge was voided: nothing is owed on it any more. Announced once, inside the transaction that
 * does so, after the refunds of what was paid for it.
 *
 * @param currency what the total is in
 * @param total in cents
 * @param by who did it
 * @param moment when
 */
public record ChargeVoided(
    String chargeId,
    String patientId,
    BillSource source,
    Currency currency,
    long total,
    Caller by,
    Instant moment) {}

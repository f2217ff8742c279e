package org.cartwright.charges;

import java.time.Instant;
import java.util.Currency;
import org.cartwright.charges.bill.BillSource;
import org.cartwright.tenancy.Caller;

/**
 * A charge was opened. Announced once, inside the transaction that opens it: who listens takes part
 * in it, and who fails undoes it.
 *
 * @param currency what the total is in
 * @param total in cents
 * @param by who did it
 * @param moment when
 */
public record ChargeOpened(
    String chargeId,
    String patientId,
    BillSource source,
    Currency currency,
    long total,
    Caller by,
    Instant moment) {}

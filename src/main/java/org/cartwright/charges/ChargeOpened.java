package org.cartwright.charges;

import org.cartwright.charges.bill.BillSource;

/**
 * A charge was opened. Announced inside the transaction that opens it: who listens takes part in
 * it, and who fails undoes it.
 *
 * @param total in cents
 */
public record ChargeOpened(String chargeId, String patientId, BillSource source, long total) {}

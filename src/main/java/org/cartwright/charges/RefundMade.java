package org.cartwright.charges;

import java.time.Instant;
import java.util.Currency;
import org.cartwright.tenancy.Caller;

/**
 * A payment was given back, or a part of it. Announced once, inside the transaction that does so.
 *
 * @param currency what the amount is in
 * @param amount in cents
 * @param by who did it
 * @param moment when
 */
public record RefundMade(
    String refundId,
    String paymentId,
    String chargeId,
    String patientId,
    Currency currency,
    long amount,
    Caller by,
    Instant moment) {}

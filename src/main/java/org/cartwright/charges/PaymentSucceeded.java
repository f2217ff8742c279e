package org.cartwright.charges;

import java.time.Instant;
import java.util.Currency;
import org.cartwright.tenancy.Caller;

/**
 * A payment was taken. Announced once, inside the transaction that takes it.
 *
 * @param medium what it was made with, as in {@code CASH}
 * @param currency what the amount is in
 * @param amount in cents
 * @param by who took it
 * @param moment when
 */
public record PaymentSucceeded(
    String paymentId,
    String chargeId,
    String patientId,
    String medium,
    Currency currency,
    long amount,
    Caller by,
    Instant moment) {}

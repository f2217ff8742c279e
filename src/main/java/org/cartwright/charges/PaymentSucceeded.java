package org.cartwright.charges;

/**
 * A payment was taken. Announced inside the transaction that takes it.
 *
 * @param medium what it was made with, as in {@code CASH}
 * @param amount in cents
 */
public record PaymentSucceeded(
    String paymentId, String chargeId, String patientId, String medium, long amount) {}

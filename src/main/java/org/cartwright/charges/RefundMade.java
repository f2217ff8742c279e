package org.cartwright.charges;

/**
 * A payment was given back, or a part of it. Announced inside the transaction that does so.
 *
 * @param amount in cents
 */
public record RefundMade(
    String refundId, String paymentId, String chargeId, String patientId, long amount) {}

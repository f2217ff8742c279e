package org.cartwright.charges.api.payments;

/**
 * How a payment or refund stands. Those of this service are settled when they are written down,
 * {@link #SUCCEEDED}.
 */
public enum PaymentStatus {
  CANCELED,
  CREATED,
  FAILED,
  IN_REVIEW,
  PRESENTING,
  PROCESSING,
  SUCCEEDED
}

package org.cartwright.charges.api.payments;

/** Why a payment is given back. */
public enum RefundReason {
  /** It was taken twice. */
  DUPLICATE,
  /** The patient disputes it. */
  DISPUTE,
  /** It was a fee for a booking. */
  BOOKING_FEE,
  OTHER
}

package org.cartwright.charges.api;

/**
 * How a charge stands. Charges of this service are {@link #OUTSTANDING}, {@link #PAID}, {@link
 * #REFUNDED} or {@link #VOID}; the other statuses belong to products beside it, and no charge here
 * has them.
 */
public enum ChargeStatus {
  /** Something is owed. */
  OUTSTANDING,
  /** It was settled: nothing is owed, and never will be again. */
  PAID,
  EXTERNAL_SETTLEMENT,
  /**
   * It was taken back before it was settled: nothing is owed, and whatever was paid was given back.
   */
  VOID,
  WRITE_OFF,
  /** It was settled, and everything that was paid was given back. */
  REFUNDED,
  CHARGEBACK,
  PAYMENT_PLAN,
  COLLECTIONS
}

package org.cartwright.charges.api;

/**
 * What kind of thing happened to a charge. Here it is opened, paid, refunded and voided; the rest
 * belongs to products beside this one.
 */
public enum ChargeTimelineType {
  CHARGE,
  PAYMENT,
  REFUND,
  VOID,
  ADJUSTMENT,
  EXTERNAL_SETTLEMENT,
  WRITE_OFF,
  SCHEDULED_PAYMENT,
  FAILED_PAYMENT
}

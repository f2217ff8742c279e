package org.cartwright.charges.api;

/** How a planned payment stands. No payments are planned here; clients may name some. */
enum PlannedPaymentStatus {
  SCHEDULED,
  COMPLETED,
  FAILED,
  CANCELLED
}

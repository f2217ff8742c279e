package org.cartwright.charges.api;

/** What an adjustment does. */
public enum AdjustmentType {
  WRITE_OFF,
  ADJUSTMENT,
  EXTERNAL_SETTLEMENT
}

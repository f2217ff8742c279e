package org.cartwright.charges;

/** What an adjustment does. */
public enum AdjustmentType {
  WRITE_OFF,
  ADJUSTMENT,
  EXTERNAL_SETTLEMENT
}

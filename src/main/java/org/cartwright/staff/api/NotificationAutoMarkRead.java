package org.cartwright.staff.api;

/** When notifications count as read; a preference of other products. */
public enum NotificationAutoMarkRead {
  ON_VIEW_DROPDOWN,
  ON_QUICK_ACTION,
  MANUAL_ONLY
}

package org.cartwright.staff;

/** When notifications count as read; a preference of other products. */
enum NotificationAutoMarkRead {
  ON_VIEW_DROPDOWN,
  ON_QUICK_ACTION,
  MANUAL_ONLY
}

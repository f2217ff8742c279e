package org.cartwright.staff;

/** How far somebody got in setting themselves up; a matter of other products. */
enum OnboardingStep {
  NOT_STARTED,
  PROFILE,
  THEME,
  CALENDAR_SYNC,
  CALENDAR_VIEW,
  NOTIFICATIONS,
  SECURITY,
  COMPLETE
}

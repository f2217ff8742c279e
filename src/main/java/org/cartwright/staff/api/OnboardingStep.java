package org.cartwright.staff.api;

/** How far somebody got in setting themselves up; a matter of other products. */
public enum OnboardingStep {
  NOT_STARTED,
  PROFILE,
  THEME,
  CALENDAR_SYNC,
  CALENDAR_VIEW,
  NOTIFICATIONS,
  SECURITY,
  COMPLETE
}

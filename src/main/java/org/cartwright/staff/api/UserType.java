package org.cartwright.staff.api;

/** What kind of person a document is about. A patient is always a {@link #PATIENT}. */
public enum UserType {
  PROVIDER,
  PATIENT,
  ASSISTANT
}

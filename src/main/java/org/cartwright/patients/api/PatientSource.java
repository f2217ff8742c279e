package org.cartwright.patients.api;

/** How a patient came to be known to the clinic. */
public enum PatientSource {
  SELF_SCHEDULING,
  CALL,
  TEXT,
  MANUALLY_CREATED,
  UPLOADED_FROM_FILE,
  FORM,
  SEED_DATA,
  DEMO,
  EXTERNAL_INTEGRATION,
  OTHER
}

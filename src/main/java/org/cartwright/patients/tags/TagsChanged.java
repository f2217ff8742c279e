package org.cartwright.patients.tags;

/** A patient has other tags than before. Announced to who tells others of the patient. */
public record TagsChanged(String patientId) {}

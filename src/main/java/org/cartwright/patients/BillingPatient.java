package org.cartwright.patients;

import org.jspecify.annotations.Nullable;

/**
 * A patient to whom something new may be billed.
 *
 * @param primaryLocationId where the patient is at home, which decides which taxes apply
 */
public record BillingPatient(String id, @Nullable String primaryLocationId) {}

package org.cartwright.patients.credit;

/**
 * What a patient can pay with is something else than before. Announced once in a transaction, to
 * who tells others of the patient; that credit runs out with time is announced by nobody.
 */
public record BalanceChanged(String patientId) {}

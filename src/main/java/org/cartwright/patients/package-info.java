/**
 * Patients: who carts, quotes and charges are for, how staff find them, the tags they sort them by,
 * the notes they take, and the credit they have.
 *
 * <p>Credit is a ledger: a grant is a credit with its first entry, and whatever happens to it adds
 * an entry; none is ever changed. A balance is the sum of what remains of the credits that have not
 * expired.
 *
 * <p>Whoever enters, changes or archives a patient is announced by {@link PatientEvent}; so are
 * other tags and another balance.
 *
 * <p>Owns the tables {@code patient}, {@code patient_tag}, {@code patient_tag_assignment}, {@code
 * patient_credit}, {@code patient_credit_entry} and {@code quick_note}. Others ask {@link Patients}
 * and {@link org.cartwright.patients.credit.PatientCredits}, or take {@link PatientRows} and the
 * function {@code patient_search} into their own queries.
 */
@NullMarked
@ApplicationModule(
    displayName = "Patients",
    allowedDependencies = {"platform", "tenancy", "tenancy :: health", "staff", "staff :: api"})
package org.cartwright.patients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

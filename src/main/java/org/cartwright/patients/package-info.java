/**
 * Patients: who carts, quotes and charges are for, how staff find them, and the tags they sort them
 * by.
 *
 * <p>Owns the tables {@code patient}, {@code patient_tag} and {@code patient_tag_assignment}.
 * Others ask {@link Patients}, or join the view {@code patient_document} and the function {@code
 * patient_search} in their own queries.
 */
@NullMarked
@ApplicationModule(
    displayName = "Patients",
    allowedDependencies = {"platform", "tenancy"})
package org.cartwright.patients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

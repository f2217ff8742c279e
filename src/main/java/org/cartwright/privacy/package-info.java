/**
 * Privacy: everything held about a patient, handed out as JSON or on paper, and erased.
 *
 * <p>Where that is, the modules say that hold it, by {@link
 * org.cartwright.platform.privacy.PersonalDataHolder}; nobody knows this one. Owns the table of
 * what is told of erased patients.
 */
@NullMarked
@ApplicationModule(
    displayName = "Privacy",
    allowedDependencies = {"platform", "tenancy", "patients", "documents"})
package org.cartwright.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

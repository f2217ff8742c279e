/**
 * Staff: the providers of a clinic, the people who create carts and quotes.
 *
 * <p>Owns the tables {@code provider}, {@code provider_role} and {@code provider_role_assignment}.
 * Others ask {@link Providers}, or take {@link ProviderRows} and the function {@code
 * provider_search} into their own queries.
 */
@NullMarked
@ApplicationModule(
    displayName = "Staff",
    allowedDependencies = {"platform", "tenancy"})
package org.cartwright.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

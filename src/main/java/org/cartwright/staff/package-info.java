/**
 * Staff: the providers of a clinic, the people who create carts and quotes.
 *
 * <p>A provider may come to the console only with a {@link DeskRole}, which the operator gives
 * them; see {@link DeskRoles}.
 *
 * <p>Owns the tables {@code provider}, {@code provider_role}, {@code provider_role_assignment} and
 * {@code desk_role}. Others ask {@link Providers}, or take {@link ProviderRows} and the function
 * {@code provider_search} into their own queries.
 */
@NullMarked
@ApplicationModule(
    displayName = "Staff",
    allowedDependencies = {"platform", "tenancy"})
package org.cartwright.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Tenancy: the clinics, their API keys, and who is asking.
 *
 * <p>Every request is answered within exactly one tenant. It is found from the {@code TENANT} and
 * {@code API-KEY} headers before anything else happens, and each transaction tells the database
 * which tenant it belongs to with its first statement; row-level security compares every row with
 * that. Owns the tables {@code tenant}, {@code tenant_logo} and {@code api_key}.
 */
@NullMarked
@ApplicationModule(
    displayName = "Tenancy",
    allowedDependencies = {"platform", "documents"})
package org.cartwright.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

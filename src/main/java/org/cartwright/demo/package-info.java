/**
 * Demo: a small believable clinic for whoever tries the service out.
 *
 * <p>Only where the database started by itself. The clinic {@code demo} and its key {@code
 * demo-key} are opened at the first start; its patients, catalog and carts are entered through the
 * service's own HTTP operations, read from {@code demo/clinic.json}.
 */
@NullMarked
@ApplicationModule(
    displayName = "Demo",
    allowedDependencies = {"platform", "tenancy", "tenancy :: operator", "staff", "carts"})
package org.cartwright.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Demo: a small believable clinic and a shop for whoever tries the service out.
 *
 * <p>Only where the database started by itself. The clinic {@code demo} with its key {@code
 * demo-key} and the shop {@code shop} with its key {@code shop-key} are opened at the first start,
 * the shop also at the first start on a database from before it; what is in them is entered through
 * the service's own HTTP operations, read from {@code demo/clinic.json} and {@code demo/shop.json}.
 * Later starts ask one statement of each whether that was done, and whether the clinic's staff may
 * come to the console, and enter nothing.
 */
@NullMarked
@ApplicationModule(
    displayName = "Demo",
    allowedDependencies = {
      "platform",
      "tenancy",
      "tenancy :: operator",
      "staff",
      "carts :: reading",
      "stock"
    })
package org.cartwright.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Coupons: codes that make a draft order cheaper, within a period, from a goods total on, for some
 * of the goods or all, and so many times.
 *
 * <p>A coupon says what it gives; what that comes to is the arithmetic of {@code pricing}. A use is
 * taken when an order is placed and given back when it is cancelled, each exactly once for whatever
 * it was used for, see {@link org.cartwright.coupons.Coupons}. Deleted coupons keep their row: what
 * was sold with them stays as it was, and a use can still be given back.
 *
 * <p>Owns the tables {@code coupon} and {@code coupon_use}.
 */
@NullMarked
@ApplicationModule(
    displayName = "Coupons",
    allowedDependencies = {
      "platform",
      "tenancy",
      "tenancy :: health",
      "pricing",
      "pricing :: amounts",
      "catalog",
      "catalog :: offers"
    })
package org.cartwright.coupons;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Stock: how much of an item is on hand, what is held for whom, and what moved when.
 *
 * <p>An item is not tracked until its policy says so: then whatever is sold of it is there. What is
 * on hand is the sum of its movements, which are only ever added to; what is available is on hand
 * and not held by a reservation that lasts. Stock is taken when an order is placed and given back
 * when it is cancelled, each exactly once, see {@link org.cartwright.stock.Stock}. A draft never
 * touches it, but can have some held for it until a moment.
 *
 * <p>Owns the tables {@code stock_level}, {@code stock_movement}, {@code stock_taking} and {@code
 * stock_reservation}.
 */
@NullMarked
@ApplicationModule(
    displayName = "Stock",
    allowedDependencies = {
      "platform",
      "tenancy",
      "tenancy :: health",
      "pricing :: amounts",
      "catalog",
      "catalog :: offers"
    })
package org.cartwright.stock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Orders: carts as the draft orders of a shop, on top of everything they are made of.
 *
 * <p>A draft is a cart of a market, which decides what it costs, and beside it what is to be known
 * until it can be placed: whom to reach, where to send it, how, and how it is paid. Nobody below
 * knows of orders.
 *
 * <p>Owns the table {@code fulfilment_service}.
 */
@NullMarked
@ApplicationModule(
    displayName = "Orders",
    allowedDependencies = {
      "platform",
      "tenancy",
      "pricing",
      "pricing :: amounts",
      "pricing :: taxes",
      "catalog",
      "catalog :: markets"
    })
package org.cartwright.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

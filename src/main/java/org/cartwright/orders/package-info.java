/**
 * Orders: carts as the draft orders of a shop, on top of everything they are made of.
 *
 * <p>A draft is a cart of a market, which decides what it costs, and beside it what is to be known
 * until it can be placed: whom to reach, where to send it, how, and how it is paid. Nobody below
 * knows of orders.
 *
 * <p>Every write locks the cart first, see {@link org.cartwright.orders.DraftOrder}; what is served
 * is read on one round trip, with everything that still keeps the draft from being placed.
 *
 * <p>Owns the tables {@code fulfilment_service}, {@code draft_order}, {@code draft_tombstone} and
 * {@code customer_address}.
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
      "patients",
      "patients :: api",
      "catalog",
      "catalog :: markets",
      "coupons",
      "stock",
      "lines",
      "carts",
      "carts :: api",
      "carts :: quotes",
      "carts :: drafts"
    })
package org.cartwright.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

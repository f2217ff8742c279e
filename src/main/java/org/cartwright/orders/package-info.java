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
 * <p>What is on a draft can be held for it, see {@link
 * org.cartwright.orders.reserving.DraftReservations}; a copy of one takes along what is known of
 * it.
 *
 * <p>Placed, it is an order, see {@link org.cartwright.orders.placing.Placing}: its figures stay,
 * and what becomes of it is announced as an {@link org.cartwright.orders.placing.OrderEvent}.
 *
 * <p>Owns the tables {@code fulfilment_service}, {@code draft_order}, {@code draft_tombstone},
 * {@code customer_address}, {@code placed_order} and those that begin with {@code order}.
 */
@NullMarked
@ApplicationModule(
    displayName = "Orders",
    allowedDependencies = {
      "platform",
      "tenancy",
      "tenancy :: health",
      "pricing",
      "pricing :: amounts",
      "pricing :: taxes",
      "patients",
      "patients :: api",
      "catalog",
      "catalog :: offers",
      "catalog :: markets",
      "coupons",
      "stock",
      "charges",
      "charges :: api",
      "charges :: bill",
      "lines",
      "lines :: figures",
      "lines :: print",
      "lines :: stored",
      "documents",
      "messages",
      "quotes",
      "carts",
      "carts :: api",
      "carts :: quotes",
      "carts :: refusals",
      "carts :: quoting",
      "carts :: drafts"
    })
package org.cartwright.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Webhooks: signed events leaving the house.
 *
 * <p>Whatever other modules announce of carts, quotes, orders, charges, payments, refunds,
 * patients, items, stock and messages is written down as an event by the transaction that causes
 * it, numbered per object (see {@code events}). Events are told to every webhook that subscribes to
 * them, at least once (see {@code dispatch}), and given to whoever asks for them (see {@code
 * reading}). No event says who a patient is. This module is told; it asks nobody, and nobody knows
 * it.
 *
 * <p>Owns the tables that begin with {@code webhook}.
 */
@NullMarked
@ApplicationModule(
    displayName = "Webhooks",
    allowedDependencies = {
      "platform",
      "tenancy",
      "tenancy :: health",
      "patients",
      "charges",
      "catalog",
      "carts",
      "quotes",
      "messages",
      "stock",
      "orders :: placing"
    })
package org.cartwright.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

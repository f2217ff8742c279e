/**
 * What follows from what is done to an order: its customer is told. Looks at placing, reading and
 * api.placed; nobody looks at it.
 */
@NullMarked
package org.cartwright.orders.listeners;

import org.jspecify.annotations.NullMarked;

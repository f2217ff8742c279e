/**
 * What has to be true of orders, and of their numbers and tallies, for the report on their health.
 * Changes nothing.
 */
@NullMarked
package org.cartwright.orders.books;

import org.jspecify.annotations.NullMarked;

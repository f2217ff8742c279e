/**
 * The published requests and answers of draft orders with their closed lists. Looks at no other
 * room of orders.
 */
@NullMarked
package org.cartwright.orders.api;

import org.jspecify.annotations.NullMarked;

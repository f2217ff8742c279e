/**
 * The published requests and answers of draft orders with their closed lists. Looks at no other
 * room of orders.
 */
@NullMarked
@NamedInterface("api")
package org.cartwright.orders.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

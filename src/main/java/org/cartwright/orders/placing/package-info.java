/**
 * Orders: what drafts become when they are placed, and what becomes of them. {@link
 * org.cartwright.orders.placing.Placing} makes them, {@link org.cartwright.orders.placing.Orders}
 * moves them, both through {@code OrderBook}, which announces every move as an {@link
 * org.cartwright.orders.placing.OrderEvent}. Looks at the face, reading, reserving and api.
 */
@NullMarked
@NamedInterface("placing")
package org.cartwright.orders.placing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

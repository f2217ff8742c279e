/**
 * What happened to an order, written down as it happens. Looks at placing and api.placed, and at
 * reading to find the order.
 */
@NullMarked
@NamedInterface("timeline")
package org.cartwright.orders.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/**
 * Fulfilment services: the ways in which a market's orders get to customers, each with the item
 * whose price is its fee. Owns the table {@code fulfilment_service}; looks at {@code api} alone.
 */
@NullMarked
@NamedInterface("fulfilment")
package org.cartwright.orders.fulfilment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

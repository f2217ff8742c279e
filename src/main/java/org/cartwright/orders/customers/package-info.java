/**
 * The customers of a shop as drafts look for them, with the addresses that were used for them. Owns
 * the table {@code customer_address}; looks at {@code api} and {@code fulfilment} alone.
 */
@NullMarked
@NamedInterface("customers")
package org.cartwright.orders.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

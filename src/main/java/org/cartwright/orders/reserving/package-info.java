/**
 * What is held of the stock for drafts, and that it stays what is on them. Looks at reading and
 * api.
 */
@NullMarked
@NamedInterface("reserving")
package org.cartwright.orders.reserving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

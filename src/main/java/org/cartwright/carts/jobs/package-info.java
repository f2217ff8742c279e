/**
 * What time does to carts: the expiry job, which finds what is due and has it moved in bulk by
 * {@link org.cartwright.carts.LapsedCarts}. Looks at the tables and the face; web may start it.
 */
@NullMarked
package org.cartwright.carts.jobs;

import org.jspecify.annotations.NullMarked;

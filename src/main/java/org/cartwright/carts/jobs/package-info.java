/**
 * What time does to carts: the expiry job and the moves it makes in bulk. Looks at the tables and
 * no other room; web may start it.
 */
@NullMarked
package org.cartwright.carts.jobs;

import org.jspecify.annotations.NullMarked;

/**
 * What a cart consists of and how it stands, as values: each knows what may be done with it at a
 * moment, and {@link org.cartwright.carts.state.CartRefusal} says what may not. No database, and of
 * the other rooms {@code api} alone.
 */
@NullMarked
package org.cartwright.carts.state;

import org.jspecify.annotations.NullMarked;

/** Cartwright: carts, quotes and the charges they become, for clinics. */
@NullMarked
package org.cartwright;

import org.jspecify.annotations.NullMarked;

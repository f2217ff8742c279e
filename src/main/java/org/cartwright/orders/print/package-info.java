/** The confirmation of an order as a PDF. Looks at api. */
@NullMarked
package org.cartwright.orders.print;

import org.jspecify.annotations.NullMarked;

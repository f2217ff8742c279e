/** The confirmation of an order as a PDF. Looks at api. */
@NullMarked
@NamedInterface("print")
package org.cartwright.orders.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Lines on paper: quotes and orders have the same table of them. */
@NullMarked
@NamedInterface("print")
package org.cartwright.lines.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** How lines are stored in their owners' tables. */
@NullMarked
@NamedInterface("stored")
package org.cartwright.lines.stored;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

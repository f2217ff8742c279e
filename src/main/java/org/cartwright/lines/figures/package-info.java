/**
 * What pricing made of lines and of the whole document, as it is kept with them. Looks at no other
 * room of {@code lines}.
 */
@NullMarked
@NamedInterface("figures")
package org.cartwright.lines.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** A quote as a PDF. Looks at the face and evidence. */
@NullMarked
@NamedInterface("print")
package org.cartwright.quotes.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

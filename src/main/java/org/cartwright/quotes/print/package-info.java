/** A quote as a PDF. Looks at the face and evidence. */
@NullMarked
package org.cartwright.quotes.print;

import org.jspecify.annotations.NullMarked;

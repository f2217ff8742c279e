/**
 * Quotes as they are served, one or a page, and as carts list them, read from typed rows. Looks at
 * api; changes nothing.
 */
@NullMarked
@NamedInterface("reading")
package org.cartwright.quotes.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

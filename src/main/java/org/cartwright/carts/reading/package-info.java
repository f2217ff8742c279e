/**
 * Carts as they are served: which stand on a page, found by index or by search, and read from typed
 * rows. Looks at api only; changes nothing.
 */
@NullMarked
@NamedInterface("reading")
package org.cartwright.carts.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

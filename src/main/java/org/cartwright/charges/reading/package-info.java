/**
 * Charges, payments and timelines as they are served, read from typed rows. Looks at api and bill;
 * changes nothing.
 */
@NullMarked
@NamedInterface("reading")
package org.cartwright.charges.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

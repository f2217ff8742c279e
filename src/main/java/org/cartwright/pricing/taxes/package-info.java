/** What a line is to taxes, which taxes apply, and on what. Looks at amounts. */
@NullMarked
@NamedInterface("taxes")
package org.cartwright.pricing.taxes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

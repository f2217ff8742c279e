/**
 * How much one address, one tenant and all of them together may ask at a time. Looks at web for the
 * order of filters and how to refuse.
 */
@NullMarked
package org.cartwright.platform.limits;

import org.jspecify.annotations.NullMarked;

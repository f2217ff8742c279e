/** How much one address, one tenant and all of them together may ask at a time. */
@NullMarked
package org.cartwright.platform.limits;

import org.jspecify.annotations.NullMarked;

/** The orders of the shop, listed, searched and filtered at the console. Looks at page. */
@NullMarked
package org.cartwright.console.orders;

import org.jspecify.annotations.NullMarked;

/**
 * The carts of the clinic, listed, searched and filtered at the console. Looks at page and
 * sessions.
 */
@NullMarked
package org.cartwright.console.carts;

import org.jspecify.annotations.NullMarked;

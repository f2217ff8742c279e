/**
 * The stock of the shop at the console: how items stand, what moved, and what is written down of
 * it. Looks at form, page and sessions.
 */
@NullMarked
package org.cartwright.console.stock;

import org.jspecify.annotations.NullMarked;

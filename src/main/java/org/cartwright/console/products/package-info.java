/**
 * The products of the shop at the console: the list, and a product with its variants. Looks at
 * form, page and sessions.
 */
@NullMarked
package org.cartwright.console.products;

import org.jspecify.annotations.NullMarked;

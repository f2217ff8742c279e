/**
 * The draft orders of the shop, listed, searched and filtered at the console, with what they come
 * to in each market. Looks at page.
 */
@NullMarked
package org.cartwright.console.drafts;

import org.jspecify.annotations.NullMarked;

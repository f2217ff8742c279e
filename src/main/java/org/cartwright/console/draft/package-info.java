/**
 * Draft orders by themselves: where one begins, its page with the market's catalog beside it, and
 * what is done to it until it is placed. Looks at page, sessions, form and lines, and at cart for
 * what a cart shows as well.
 */
@NullMarked
package org.cartwright.console.draft;

import org.jspecify.annotations.NullMarked;

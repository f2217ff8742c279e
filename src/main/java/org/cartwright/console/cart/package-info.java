/**
 * One cart at the console: what stands on it, what is typed into it, who may do what, and its
 * quotes. Looks at page and sessions.
 */
@NullMarked
package org.cartwright.console.cart;

import org.jspecify.annotations.NullMarked;

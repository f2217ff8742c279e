/**
 * One cart at the console: what stands on it, what is typed into it, and who may do what. Looks at
 * page, sessions, form and lines.
 */
@NullMarked
package org.cartwright.console.cart;

import org.jspecify.annotations.NullMarked;

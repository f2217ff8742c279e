/**
 * Quotes at the console: a cart is sent as one, and its page, where it is followed, answered for
 * the patient, revised and printed. Looks at page, sessions, form and lines, and at cart for what a
 * cart shows.
 */
@NullMarked
package org.cartwright.console.quote;

import org.jspecify.annotations.NullMarked;

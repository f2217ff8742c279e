/**
 * The charges of the clinic at the console: their list, and the checkout, where one is paid and
 * given back. Looks at page, form and sessions.
 */
@NullMarked
package org.cartwright.console.charges;

import org.jspecify.annotations.NullMarked;

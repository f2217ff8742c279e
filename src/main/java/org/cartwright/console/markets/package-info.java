/**
 * The markets of the shop at the console: the list, and a market with its taxes and its fulfilment
 * services. Looks at form, page and sessions.
 */
@NullMarked
package org.cartwright.console.markets;

import org.jspecify.annotations.NullMarked;

/**
 * Several transactions that come true together, as what one request asks for has to; and how many
 * connections whoever it is may have at a time, and what a transaction says last. Looks at errors
 * and jdbc.
 */
@NullMarked
package org.cartwright.platform.transactions;

import org.jspecify.annotations.NullMarked;

/**
 * Several transactions that come true together, as what one request asks for has to. Looks at
 * nothing.
 */
@NullMarked
package org.cartwright.platform.transactions;

import org.jspecify.annotations.NullMarked;

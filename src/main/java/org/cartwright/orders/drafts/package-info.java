/**
 * What a draft needs before it can be placed: pure values and functions. Looks at {@code api}
 * alone.
 */
@NullMarked
package org.cartwright.orders.drafts;

import org.jspecify.annotations.NullMarked;

/**
 * The receipt of a payment: its facts, as data, and as a page to print. Looks at reading, bill and
 * api; only web looks here.
 */
@NullMarked
package org.cartwright.charges.receipts;

import org.jspecify.annotations.NullMarked;

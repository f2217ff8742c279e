/**
 * The receipt of a payment: its facts, as data, and as a page to print. Looks at reading, bill and
 * api; of this module only web looks here.
 */
@NullMarked
@NamedInterface("receipts")
package org.cartwright.charges.receipts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

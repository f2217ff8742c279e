/**
 * What a charge is opened from, and how it stands after what was paid and given back: pure values.
 * Looks at api for the status only.
 */
@NullMarked
@NamedInterface("bill")
package org.cartwright.charges.bill;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/**
 * Exact amounts, quantities and percentages, and sharing without losing a cent. Looks at nothing.
 */
@NullMarked
@NamedInterface("amounts")
package org.cartwright.pricing.amounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

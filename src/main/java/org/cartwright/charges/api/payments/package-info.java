/**
 * The published shapes of payments and refunds with their closed lists. Looks at no other room of
 * charges.
 */
@NullMarked
@NamedInterface("payments")
package org.cartwright.charges.api.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

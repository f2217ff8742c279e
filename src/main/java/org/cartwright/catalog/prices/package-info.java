/**
 * What items cost in markets: a price for each market they are sold in, and tiers for larger
 * quantities there, from the stored rows to the operations over HTTP.
 */
@NullMarked
@NamedInterface("prices")
package org.cartwright.catalog.prices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

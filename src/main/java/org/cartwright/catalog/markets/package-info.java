/**
 * Markets: in which countries and currency a shop sells, whether its prices there have the taxes
 * inside, and what others ask about that. Looks at no other room of the catalog.
 */
@NullMarked
@NamedInterface("markets")
package org.cartwright.catalog.markets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** What the catalog has to sell today and for how much, read for whoever prices it. */
@NullMarked
@NamedInterface("offers")
package org.cartwright.catalog.offers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

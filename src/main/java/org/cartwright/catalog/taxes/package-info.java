/**
 * The taxes a clinic levies, from the stored row to the operations over HTTP. Looks at the markets
 * that some of them belong to, and at no other room of the catalog.
 */
@NullMarked
@NamedInterface("taxes")
package org.cartwright.catalog.taxes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

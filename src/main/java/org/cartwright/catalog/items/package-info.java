/**
 * The items of a clinic, from the stored row to the operations over HTTP. Looks at the face, and at
 * taxes for exemptions.
 */
@NullMarked
@NamedInterface("items")
package org.cartwright.catalog.items;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/**
 * The packages of a clinic and what is in them, from the stored row to the operations over HTTP.
 * Looks at the face only.
 */
@NullMarked
@NamedInterface("packages")
package org.cartwright.catalog.packages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

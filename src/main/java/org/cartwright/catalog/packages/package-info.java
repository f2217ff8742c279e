/**
 * The packages of a clinic and what is in them, from the stored row to the operations over HTTP.
 * Looks at the face only.
 */
@NullMarked
package org.cartwright.catalog.packages;

import org.jspecify.annotations.NullMarked;

/**
 * Products and their variants, from the stored rows to the operations over HTTP: which items of the
 * catalog are one thing in several sizes, colours and the like. Looks at no other room.
 */
@NullMarked
@NamedInterface("products")
package org.cartwright.catalog.products;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

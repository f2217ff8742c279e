/**
 * Stock as the staff keep it: how items stand, their policies and movements over HTTP. Looks at the
 * tables and the face.
 */
@NullMarked
@NamedInterface("keeping")
package org.cartwright.stock.keeping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

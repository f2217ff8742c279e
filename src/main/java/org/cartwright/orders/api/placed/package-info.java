/** Orders as they are asked for and served. Looks at api. */
@NullMarked
@NamedInterface("placed")
package org.cartwright.orders.api.placed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

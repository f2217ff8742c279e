/** Orders as they are asked for and served. Looks at api. */
@NullMarked
package org.cartwright.orders.api.placed;

import org.jspecify.annotations.NullMarked;

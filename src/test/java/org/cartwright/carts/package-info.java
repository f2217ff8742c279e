@NullMarked
package org.cartwright.carts;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.cartwright.charges;

import org.jspecify.annotations.NullMarked;

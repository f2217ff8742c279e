/** Typed rows: reading the columns of a statement's result as the house's values. */
@NullMarked
package org.cartwright.platform.rows;

import org.jspecify.annotations.NullMarked;

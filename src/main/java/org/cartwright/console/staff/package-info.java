/** Who works at the console, and as what. */
@NullMarked
package org.cartwright.console.staff;

import org.jspecify.annotations.NullMarked;

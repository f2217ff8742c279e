@NullMarked
package org.cartwright.staff;

import org.jspecify.annotations.NullMarked;

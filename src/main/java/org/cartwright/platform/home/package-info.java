/** The front of the house: what somebody finds who comes to the address alone. */
@NullMarked
package org.cartwright.platform.home;

import org.jspecify.annotations.NullMarked;

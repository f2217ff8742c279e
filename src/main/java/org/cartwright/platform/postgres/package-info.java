/**
 * The database at start, in two rooms that do not know each other: embedded runs one, safety checks
 * whichever there is.
 */
@NullMarked
package org.cartwright.platform.postgres;

import org.jspecify.annotations.NullMarked;

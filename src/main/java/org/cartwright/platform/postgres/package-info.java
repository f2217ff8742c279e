/**
 * The database at start: one that starts by itself when none is configured, and the check that
 * whichever it is keeps tenants apart and keeps what it acknowledged.
 */
@NullMarked
package org.cartwright.platform.postgres;

import org.jspecify.annotations.NullMarked;

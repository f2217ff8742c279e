/**
 * Typed rows: reading columns as values, JSON among them, by one key or several, and several
 * statements in one round trip; and what it means that the database failed. Looks at nothing.
 */
@NullMarked
package org.cartwright.platform.jdbc;

import org.jspecify.annotations.NullMarked;

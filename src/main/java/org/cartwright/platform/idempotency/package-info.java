/**
 * Requests that may be repeated without being done twice. Owns the table {@code idempotency}; a
 * module that wants it lets its service ask {@link
 * org.cartwright.platform.idempotency.Idempotency}, inside the transaction that does the work.
 */
@NullMarked
package org.cartwright.platform.idempotency;

import org.jspecify.annotations.NullMarked;

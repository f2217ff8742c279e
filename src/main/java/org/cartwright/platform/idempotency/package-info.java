/**
 * Requests that may be repeated without being done twice. Owns the table idempotency; looks at
 * errors, privacy, secrets, transactions and web.requests.
 */
@NullMarked
package org.cartwright.platform.idempotency;

import org.jspecify.annotations.NullMarked;

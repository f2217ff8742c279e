/**
 * The check at start, for every database, that tenants are kept apart and that nothing acknowledged
 * can be lost. Knows nothing of embedded.
 */
@NullMarked
package org.cartwright.platform.postgres.safety;

import org.jspecify.annotations.NullMarked;

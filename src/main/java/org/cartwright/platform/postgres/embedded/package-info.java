/**
 * The PostgreSQL that starts by itself when none is configured: its binaries, its directory, its
 * process and its logins. Knows nothing of safety.
 */
@NullMarked
package org.cartwright.platform.postgres.embedded;

import org.jspecify.annotations.NullMarked;

/**
 * The connections under the requests: how many one address may hold, how long a request may take to
 * arrive, and the graceful shutdown. Looks at the settings in limits.
 */
@NullMarked
package org.cartwright.platform.connections;

import org.jspecify.annotations.NullMarked;

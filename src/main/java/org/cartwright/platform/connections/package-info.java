/**
 * The connections under the requests: how many one address may hold, how long a request may take to
 * arrive, how it ends where an answer broke off, and the graceful shutdown. Looks at the settings
 * in limits, at web for the order of filters and at web.errors for what broke off.
 */
@NullMarked
package org.cartwright.platform.connections;

import org.jspecify.annotations.NullMarked;

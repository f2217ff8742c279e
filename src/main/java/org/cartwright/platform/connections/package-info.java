/**
 * The connections under the requests: how many one address may hold, how long a request may take to
 * arrive, and how they are told that the service stops.
 */
@NullMarked
package org.cartwright.platform.connections;

import org.jspecify.annotations.NullMarked;

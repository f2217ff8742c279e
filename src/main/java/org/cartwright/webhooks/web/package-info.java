/** Webhooks and events over HTTP. Looks at the face, api, reading and dispatch; none looks back. */
@NullMarked
package org.cartwright.webhooks.web;

import org.jspecify.annotations.NullMarked;

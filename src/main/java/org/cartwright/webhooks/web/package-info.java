/** Webhooks and events over HTTP. Looks at every room; none looks back. */
@NullMarked
package org.cartwright.webhooks.web;

import org.jspecify.annotations.NullMarked;

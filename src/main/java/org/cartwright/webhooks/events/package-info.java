/**
 * What other modules announce, written down as events by the transaction that causes it: collected
 * while that works, numbered per object and stored with one statement before it commits. Looks at
 * api.
 */
@NullMarked
package org.cartwright.webhooks.events;

import org.jspecify.annotations.NullMarked;

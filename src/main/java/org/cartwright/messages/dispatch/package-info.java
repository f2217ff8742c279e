/**
 * The outbox's table and the task that takes one message out of it: attempts, retry pauses, and
 * which transport serves a channel. Looks at the face, templates, transport and inbox.
 */
@NullMarked
package org.cartwright.messages.dispatch;

import org.jspecify.annotations.NullMarked;

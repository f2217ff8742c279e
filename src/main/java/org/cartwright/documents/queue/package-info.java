/**
 * The few renderings that run at once, shared out fairly, and what is refused when there are too
 * many. Looks at no other room.
 */
@NullMarked
package org.cartwright.documents.queue;

import org.jspecify.annotations.NullMarked;

/**
 * A receiver of the house's own for trying out, in the embedded mode alone: shows what arrived to
 * whoever sits at this machine. Looks at no other room.
 */
@NullMarked
package org.cartwright.webhooks.receiver;

import org.jspecify.annotations.NullMarked;

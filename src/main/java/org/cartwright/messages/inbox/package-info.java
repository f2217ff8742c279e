/**
 * The development inbox: catches what cannot leave and shows it to whoever sits at this machine.
 * Looks at the face and at transport.
 */
@NullMarked
package org.cartwright.messages.inbox;

import org.jspecify.annotations.NullMarked;

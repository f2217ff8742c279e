/**
 * Handing a rendered message over to a mail server or an SMS service, and what it means when that
 * fails. Looks at the face only.
 */
@NullMarked
package org.cartwright.messages.transport;

import org.jspecify.annotations.NullMarked;

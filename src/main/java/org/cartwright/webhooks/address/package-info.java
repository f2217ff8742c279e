/** Where may be sent to: which addresses a webhook can have. Looks at no other room. */
@NullMarked
package org.cartwright.webhooks.address;

import org.jspecify.annotations.NullMarked;

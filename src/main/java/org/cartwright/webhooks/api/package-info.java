/** What is asked and answered about webhooks. Looks at no other room. */
@NullMarked
package org.cartwright.webhooks.api;

import org.jspecify.annotations.NullMarked;

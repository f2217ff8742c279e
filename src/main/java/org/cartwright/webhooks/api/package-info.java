/** What is asked and answered about webhooks. Looks at no other room. */
@NullMarked
@NamedInterface("api")
package org.cartwright.webhooks.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

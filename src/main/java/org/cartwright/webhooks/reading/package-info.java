/** What is read of events and deliveries: typed rows, assembled here. Looks at api and events. */
@NullMarked
@NamedInterface("reading")
package org.cartwright.webhooks.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

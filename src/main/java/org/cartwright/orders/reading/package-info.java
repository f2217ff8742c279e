/**
 * Draft orders as they are served, assembled from typed rows. Looks at {@code api}, {@code drafts}
 * and {@code fulfilment}; changes nothing.
 */
@NullMarked
@NamedInterface("reading")
package org.cartwright.orders.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

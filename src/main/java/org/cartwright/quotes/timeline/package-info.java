/**
 * What happened to a quote, written down as it happens, the fate of its messages included. Looks at
 * no other room.
 */
@NullMarked
@NamedInterface("timeline")
package org.cartwright.quotes.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

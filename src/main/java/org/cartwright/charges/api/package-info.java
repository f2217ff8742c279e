/**
 * The published shapes of charges: what is served, what is sent to have one paid, the timeline, and
 * their closed lists. Looks at api.payments only.
 */
@NullMarked
@NamedInterface("api")
package org.cartwright.charges.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

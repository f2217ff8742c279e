/**
 * What carts and quotes have to say to each other: a locked cart as its quotes deal with it, what
 * converts the quote that was accepted, and how the lines of both are charged. Looks at no other
 * room than {@code api} and {@code state}.
 */
@NullMarked
@NamedInterface("quoting")
package org.cartwright.carts.quoting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** The carts that are sold in a market, however many there are: their rows, and lists of them. */
@NullMarked
@NamedInterface("drafts")
package org.cartwright.carts.drafts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Lists of the carts that are sold in a market, however many there are. */
@NullMarked
package org.cartwright.carts.drafts;

import org.jspecify.annotations.NullMarked;

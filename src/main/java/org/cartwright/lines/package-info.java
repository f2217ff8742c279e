/**
 * Lines: the line items that carts and quotes consist of, and what becomes of them when somebody
 * adds, changes or takes off one. Start reading at {@link org.cartwright.lines.LineItems}: a value
 * that every change turns into another, priced anew as a whole.
 *
 * <p>Who may change what, and when, is the business of the cart or quote that holds the lines. Owns
 * no table: {@link org.cartwright.lines.stored.StoredLine} is what an owner's table of lines
 * stores.
 *
 * <p>What a cart or quote says beside its lines of who buys and in which market is its {@link
 * org.cartwright.lines.Sale}; with what the catalog and the coupon say today it becomes {@link
 * org.cartwright.lines.CurrentPrices}, which every change is made with.
 */
@NullMarked
@ApplicationModule(
    displayName = "Lines",
    allowedDependencies = {
      "platform",
      "pricing",
      "pricing :: amounts",
      "pricing :: taxes",
      "catalog",
      "catalog :: offers",
      "coupons",
      "documents"
    })
package org.cartwright.lines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

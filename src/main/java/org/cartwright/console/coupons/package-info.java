/**
 * The coupons of the shop at the console: the list, and a coupon by itself. Looks at form, page and
 * sessions.
 */
@NullMarked
package org.cartwright.console.coupons;

import org.jspecify.annotations.NullMarked;

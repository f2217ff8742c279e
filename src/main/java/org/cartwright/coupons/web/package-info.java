/** Coupons over HTTP. */
@NullMarked
package org.cartwright.coupons.web;

import org.jspecify.annotations.NullMarked;

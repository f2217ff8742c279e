/** Draft orders over HTTP. */
@NullMarked
package org.cartwright.orders.web;

import org.jspecify.annotations.NullMarked;

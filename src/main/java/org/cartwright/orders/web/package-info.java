/** Draft orders over HTTP, one by one. */
@NullMarked
package org.cartwright.orders.web;

import org.jspecify.annotations.NullMarked;

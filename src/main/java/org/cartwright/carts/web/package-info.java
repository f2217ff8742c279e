/** The operations of carts over HTTP. Looks at every room of carts; none looks back. */
@NullMarked
package org.cartwright.carts.web;

import org.jspecify.annotations.NullMarked;

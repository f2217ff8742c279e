/** Which parts the catalog has for a shop. Looks at page. */
@NullMarked
package org.cartwright.console.shop;

import org.jspecify.annotations.NullMarked;

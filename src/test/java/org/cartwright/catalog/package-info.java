/** Tests of the catalog, over HTTP but for the price list. */
@NullMarked
package org.cartwright.catalog;

import org.jspecify.annotations.NullMarked;

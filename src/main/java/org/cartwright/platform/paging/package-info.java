/** A page of a longer list, and a list read in chunks by key. Looks at jdbc. */
@NullMarked
package org.cartwright.platform.paging;

import org.jspecify.annotations.NullMarked;

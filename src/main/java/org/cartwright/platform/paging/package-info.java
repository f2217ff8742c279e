/** A page of a longer list. */
@NullMarked
package org.cartwright.platform.paging;

import org.jspecify.annotations.NullMarked;

/** Who a draft is for and where it goes: what is typed of that, and what is known already. */
@NullMarked
package org.cartwright.console.draft.customer;

import org.jspecify.annotations.NullMarked;

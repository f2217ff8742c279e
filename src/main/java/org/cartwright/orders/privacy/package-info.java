/** What the tables of orders hold about a person. Looks at no other room. */
@NullMarked
package org.cartwright.orders.privacy;

import org.jspecify.annotations.NullMarked;

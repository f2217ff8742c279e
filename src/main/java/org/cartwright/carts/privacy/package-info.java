/** What the tables of carts hold about a person. Looks at no other room. */
@NullMarked
package org.cartwright.carts.privacy;

import org.jspecify.annotations.NullMarked;

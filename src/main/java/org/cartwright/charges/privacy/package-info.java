/** What the tables of charges hold about a person. Looks at no other room. */
@NullMarked
package org.cartwright.charges.privacy;

import org.jspecify.annotations.NullMarked;

/** What the tables of quotes hold about a person. Looks at evidence. */
@NullMarked
package org.cartwright.quotes.privacy;

import org.jspecify.annotations.NullMarked;

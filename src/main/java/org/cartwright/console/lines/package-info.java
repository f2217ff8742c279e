/**
 * What the pages of carts and of draft orders have in common: lines as they are shown, typed and
 * changed, what a role may give away on them, and whether somebody else was quicker. Looks at form.
 */
@NullMarked
package org.cartwright.console.lines;

import org.jspecify.annotations.NullMarked;

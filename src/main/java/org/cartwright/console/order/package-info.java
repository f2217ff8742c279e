/**
 * An order by itself, what became of it, and what is done with it next. Looks at page, sessions,
 * form and lines.
 */
@NullMarked
package org.cartwright.console.order;

import org.jspecify.annotations.NullMarked;

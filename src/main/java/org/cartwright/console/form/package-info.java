/**
 * What is typed into the console's forms: read as it is meant, compared with what was seen, and
 * kept with the reason beside it where it is not taken.
 */
@NullMarked
package org.cartwright.console.form;

import org.jspecify.annotations.NullMarked;

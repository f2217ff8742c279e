/**
 * The patients of the clinic at the console: the list, the record, what else there is to say of
 * one, and everything of theirs by date. Looks at form, page and sessions.
 */
@NullMarked
package org.cartwright.console.patients;

import org.jspecify.annotations.NullMarked;

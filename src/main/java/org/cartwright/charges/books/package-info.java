/**
 * What has to be true of charges and what was paid on them, for the report on their health. Changes
 * nothing.
 */
@NullMarked
package org.cartwright.charges.books;

import org.jspecify.annotations.NullMarked;

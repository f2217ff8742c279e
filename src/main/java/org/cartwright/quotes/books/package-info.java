/**
 * What has to be true of quotes, and of the evidence of their acceptance, for the report on their
 * health. Changes nothing.
 */
@NullMarked
package org.cartwright.quotes.books;

import org.jspecify.annotations.NullMarked;

/**
 * What has to be true of carts, and of the lists and tallies of them, for the report on their
 * health. Changes nothing.
 */
@NullMarked
package org.cartwright.carts.books;

import org.jspecify.annotations.NullMarked;

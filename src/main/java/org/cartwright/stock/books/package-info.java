/**
 * What has to be true of what is there of items, for the report on their health. Changes nothing.
 */
@NullMarked
package org.cartwright.stock.books;

import org.jspecify.annotations.NullMarked;

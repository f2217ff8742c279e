/** What has to be true of coupons, for the report on their health. Changes nothing. */
@NullMarked
package org.cartwright.coupons.books;

import org.jspecify.annotations.NullMarked;

/** What has to be true of events, for the report on their health. Changes nothing. */
@NullMarked
package org.cartwright.webhooks.books;

import org.jspecify.annotations.NullMarked;

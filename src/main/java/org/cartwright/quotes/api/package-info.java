/**
 * The published requests and answers of quotes with their closed lists. Looks at no other room of
 * quotes.
 */
@NullMarked
package org.cartwright.quotes.api;

import org.jspecify.annotations.NullMarked;

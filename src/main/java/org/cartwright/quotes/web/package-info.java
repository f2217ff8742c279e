/**
 * The operations of quotes over HTTP, those of the published API and those beside it. Looks at
 * every room but page, delivery and state; none looks back.
 */
@NullMarked
package org.cartwright.quotes.web;

import org.jspecify.annotations.NullMarked;

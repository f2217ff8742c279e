/**
 * Who is at the other end: the link's address, what was typed to prove it, and the sealed cookie.
 * Looks at access and delivery.
 */
@NullMarked
package org.cartwright.quotes.page.session;

import org.jspecify.annotations.NullMarked;

/**
 * Who is in at the console: sessions, the cookies that carry them, and the tokens of forms. Looks
 * at no other room.
 */
@NullMarked
package org.cartwright.console.sessions;

import org.jspecify.annotations.NullMarked;

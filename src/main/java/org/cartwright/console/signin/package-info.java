/**
 * The door of the console: who may come in, how, and what is said to who may not. Looks at page and
 * sessions.
 */
@NullMarked
package org.cartwright.console.signin;

import org.jspecify.annotations.NullMarked;

/**
 * The packages of the clinic at the console, listed and changed by managers and owners. Looks at
 * catalog, page, form and sessions.
 */
@NullMarked
package org.cartwright.console.packages;

import org.jspecify.annotations.NullMarked;

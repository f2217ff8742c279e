/**
 * What the clinic sells, at the console: its items, listed and changed by managers and owners.
 * Looks at page, form and sessions.
 */
@NullMarked
package org.cartwright.console.catalog;

import org.jspecify.annotations.NullMarked;

/**
 * The record of accesses at the console: searched, taken along as a table, and looked at whether it
 * is what was put down. For owners alone. Looks at page, sessions and settings.
 */
@NullMarked
package org.cartwright.console.accesses;

import org.jspecify.annotations.NullMarked;

/**
 * Amounts and moments as people of a locale write them, and the codes of countries and currencies.
 * Values without Spring; looks at nothing.
 */
@NullMarked
package org.cartwright.platform.format;

import org.jspecify.annotations.NullMarked;

/**
 * How the console looks: its frame, its style, its texts in English and Spanish, and the pages that
 * tell what went wrong. Looks at sessions.
 */
@NullMarked
package org.cartwright.console.page;

import org.jspecify.annotations.NullMarked;

/**
 * What goes wrong, answered: as JSON for programs, as a page for people, from filters and the
 * container too. Looks at errors, web, web.requests and jdbc.
 */
@NullMarked
package org.cartwright.platform.web.errors;

import org.jspecify.annotations.NullMarked;

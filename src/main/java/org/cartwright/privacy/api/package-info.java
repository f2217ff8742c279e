/** The published answers about privacy. Looks at nothing. */
@NullMarked
package org.cartwright.privacy.api;

import org.jspecify.annotations.NullMarked;

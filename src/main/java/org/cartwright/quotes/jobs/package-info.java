/**
 * What time does to quotes: sending those that are due and expiring the others. Looks at the face
 * alone.
 */
@NullMarked
package org.cartwright.quotes.jobs;

import org.jspecify.annotations.NullMarked;

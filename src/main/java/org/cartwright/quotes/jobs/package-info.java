/**
 * What time does to quotes: sending those that are due and expiring the others. Looks at the face
 * and timeline.
 */
@NullMarked
package org.cartwright.quotes.jobs;

import org.jspecify.annotations.NullMarked;

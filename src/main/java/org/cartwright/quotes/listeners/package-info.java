/**
 * What follows from a quote's being made, changed or moved: it is written down on its timeline, and
 * the desk gets mail. Looks at the face, timeline and delivery; nobody looks at it.
 */
@NullMarked
package org.cartwright.quotes.listeners;

import org.jspecify.annotations.NullMarked;

/**
 * What somebody may do who holds a link: follow it, prove who they are, read, answer. Looks at the
 * face, delivery, evidence and timeline.
 */
@NullMarked
package org.cartwright.quotes.access;

import org.jspecify.annotations.NullMarked;

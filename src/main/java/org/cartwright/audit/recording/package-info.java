/**
 * How a row comes to be: of changes with their transaction, of what is shown before it is sent, of
 * what is refused. Looks at the face; nothing looks here.
 */
@NullMarked
package org.cartwright.audit.recording;

import org.jspecify.annotations.NullMarked;

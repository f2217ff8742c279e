/**
 * What a piece of work touches, told to whoever keeps a record of it: nobody who tells knows who
 * that is. Looks at nothing.
 */
@NullMarked
package org.cartwright.platform.trail;

import org.jspecify.annotations.NullMarked;

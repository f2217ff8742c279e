/**
 * What is held about a person, told by each module of its own tables: so that all of it can be
 * handed out, and so that the person can go while the books stay. Knows no table; looks at jdbc.
 */
@NullMarked
package org.cartwright.platform.privacy;

import org.jspecify.annotations.NullMarked;

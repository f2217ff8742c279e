/**
 * The seals of the rows, which make a chain, and whether it holds. Looks at the face; jobs and the
 * web look here.
 */
@NullMarked
package org.cartwright.audit.chain;

import org.jspecify.annotations.NullMarked;

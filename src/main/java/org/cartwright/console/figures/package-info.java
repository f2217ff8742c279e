/** How the last weeks went, in three pictures, each with its figures beside it. Looks at page. */
@NullMarked
package org.cartwright.console.figures;

import org.jspecify.annotations.NullMarked;

/** The rows as they are found again. Looks at the face; rooms of the web look here. */
@NullMarked
package org.cartwright.audit.reading;

import org.jspecify.annotations.NullMarked;

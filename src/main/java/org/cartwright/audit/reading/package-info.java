/** The rows as they are found again. Looks at the face; rooms of the web look here. */
@NullMarked
@NamedInterface("reading")
package org.cartwright.audit.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

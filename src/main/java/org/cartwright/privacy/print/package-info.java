/** What is held about a patient, as a PDF. Looks at api. */
@NullMarked
package org.cartwright.privacy.print;

import org.jspecify.annotations.NullMarked;

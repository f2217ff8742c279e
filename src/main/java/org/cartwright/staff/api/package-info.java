/** The published requests and answers about providers and their roles. Looks at nothing. */
@NullMarked
@NamedInterface("api")
package org.cartwright.staff.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

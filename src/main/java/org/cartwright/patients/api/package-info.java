/**
 * The published requests and answers about patients. Looks at tags for the tag as it is served, and
 * at credit for its bounds.
 */
@NullMarked
@NamedInterface("api")
package org.cartwright.patients.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

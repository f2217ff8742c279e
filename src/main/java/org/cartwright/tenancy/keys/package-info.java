/** API keys: issued, listed, proved, revoked, and remembered for a moment. Looks at the face. */
@NullMarked
@NamedInterface("keys")
package org.cartwright.tenancy.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

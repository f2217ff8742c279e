/** API keys: issued, proved, revoked, and remembered for a moment. Looks at the face. */
@NullMarked
package org.cartwright.tenancy.keys;

import org.jspecify.annotations.NullMarked;

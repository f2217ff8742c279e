/**
 * Where in a request a fault lies, and the complaints of those that Bean Validation finds. Looks at
 * errors.
 */
@NullMarked
package org.cartwright.platform.json.violations;

import org.jspecify.annotations.NullMarked;

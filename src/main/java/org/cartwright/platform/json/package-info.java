/**
 * How requests are read: strict JSON and queries, either spelling of a field name, every violation
 * at once. Looks at errors.
 */
@NullMarked
package org.cartwright.platform.json;

import org.jspecify.annotations.NullMarked;

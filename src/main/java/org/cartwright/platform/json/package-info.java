/** How requests are read: strict JSON, either spelling of a field name, every violation at once. */
@NullMarked
package org.cartwright.platform.json;

import org.jspecify.annotations.NullMarked;

/** Bodies and query parameters, validated before a controller runs. Looks at web and json. */
@NullMarked
package org.cartwright.platform.web.requests;

import org.jspecify.annotations.NullMarked;

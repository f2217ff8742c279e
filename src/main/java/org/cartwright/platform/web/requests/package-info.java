/**
 * Bodies and query parameters, validated before a controller runs. Looks at web, json and errors.
 */
@NullMarked
package org.cartwright.platform.web.requests;

import org.jspecify.annotations.NullMarked;

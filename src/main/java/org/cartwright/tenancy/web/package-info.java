/**
 * The operator's operations, and what a clinic shows of itself, over HTTP. Looks at operator, keys,
 * health and the face.
 */
@NullMarked
package org.cartwright.tenancy.web;

import org.jspecify.annotations.NullMarked;

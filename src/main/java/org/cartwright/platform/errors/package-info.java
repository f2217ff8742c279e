/**
 * How refusals are named and which body they get: every error leaves in the shape {"detail": …}.
 * Looks at nothing.
 */
@NullMarked
package org.cartwright.platform.errors;

import org.jspecify.annotations.NullMarked;

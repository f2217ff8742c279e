/**
 * How refusals are named and answered: every error leaves the house in the shape {@code {"detail":
 * …}}.
 */
@NullMarked
package org.cartwright.platform.errors;

import org.jspecify.annotations.NullMarked;

/**
 * The published requests and answers of quotes with their closed lists. Looks at no other room of
 * quotes.
 */
@NullMarked
@NamedInterface("api")
package org.cartwright.quotes.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

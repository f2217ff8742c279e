/**
 * How a clinic's quotes begin: terms it keeps under names, and for how long a quote is good where
 * nobody says otherwise. A quote has a copy of its terms, so none changes with them. Owns the
 * tables {@code quote_terms} and {@code quote_default}.
 */
@NullMarked
@NamedInterface("terms")
package org.cartwright.quotes.terms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

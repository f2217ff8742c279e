/**
 * What a quote consists of and how it stands, as values: what it says, until when it is valid, its
 * way to the patient, and the patient's answer. {@link org.cartwright.quotes.state.QuoteState}
 * knows what may be done with it at a moment, {@link org.cartwright.quotes.state.QuoteGoods} what
 * with its lines, and {@link org.cartwright.quotes.state.QuoteRefusal} says what may not. No
 * database, and of the other rooms {@code api} alone.
 */
@NullMarked
package org.cartwright.quotes.state;

import org.jspecify.annotations.NullMarked;

/**
 * What a quote consists of beside its lines, as values that are stored with it: what it says, until
 * when it is valid, its way to the patient, and the patient's answer. They know the facts; what is
 * refused is said by the quote itself. Looks at {@code api} alone.
 */
@NullMarked
package org.cartwright.quotes.state;

import org.jspecify.annotations.NullMarked;

/**
 * What a patient sees and agrees to, its canonical spelling, and the evidence that is kept of it.
 * Values and one table; knows no aggregate.
 */
@NullMarked
package org.cartwright.quotes.evidence;

import org.jspecify.annotations.NullMarked;

/**
 * The words of the house, in each of the languages that it speaks. They stand in {@code
 * texts.properties} and {@code texts_es.properties} of the rooms that say them, and why something
 * was refused in {@code refusals_es.properties} here. Looks at errors and format.
 */
@NullMarked
package org.cartwright.platform.texts;

import org.jspecify.annotations.NullMarked;

package org.cartwright.documents;

import org.jspecify.annotations.Nullable;

/**
 * Running text such as notes or terms; a line break in it begins a new line.
 *
 * @param heading null if the text needs none
 */
public record Note(@Nullable String heading, String text) implements Part {}

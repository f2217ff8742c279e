package org.cartwright.documents;

import org.jspecify.annotations.Nullable;

/**
 * Running text such as notes or terms; a line break in it begins a new line.
 *
 * @param heading null if the text needs none
 */
public record TextBlock(@Nullable String heading, String text) implements DocumentPart {}

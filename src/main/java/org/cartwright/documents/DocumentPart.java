package org.cartwright.documents;

/** A piece of a document between its heading and its end. */
public sealed interface DocumentPart permits TableBlock, TotalsBlock, TextBlock {}

package org.cartwright.documents;

/** A piece of a document between its heading and its end. */
public sealed interface Part permits Table, Sums, Note {}

package org.cartwright.documents;

/** One line of a document's heading, such as “Date” and the date. */
public record HeadingFact(String label, String value) {}

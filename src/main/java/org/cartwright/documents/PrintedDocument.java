package org.cartwright.documents;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A document to be printed: a letterhead, a title with a few facts, and parts in their order. Every
 * text is printed as it is given.
 *
 * @param language the language the labels are written in; readers aloud go by it
 * @param title what it is, such as “Receipt”
 * @param footer at the foot of every page beside the page number, such as a number or a fingerprint
 */
public record PrintedDocument(
    PageSize pageSize,
    Locale language,
    Letterhead letterhead,
    String title,
    List<HeadingFact> facts,
    List<DocumentPart> parts,
    @Nullable String footer) {

  public PrintedDocument {
    facts = List.copyOf(facts);
    parts = List.copyOf(parts);
  }
}

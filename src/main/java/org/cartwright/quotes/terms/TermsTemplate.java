package org.cartwright.quotes.terms;

import java.time.Instant;

/**
 * Terms for quotes, under a name.
 *
 * @param name what the clinic's staff know them by; patients do not read it
 * @param text what a patient agrees to by accepting
 */
public record TermsTemplate(String id, String name, String text, Instant changedDate) {

  public static final int LONGEST_NAME = 100;
  public static final int LONGEST_TEXT = 50_000;
}

package org.cartwright.documents;

import java.util.Locale;
import java.util.Set;

/** The paper a document is laid out for, upright. */
public enum PageSize {
  /** 210 × 297 mm. */
  A4,
  /** 8.5 × 11 in. */
  LETTER;

  /**
   * Where letters are written on Letter: {@code paperSize} in CLDR's supplemental data (release 47;
   * the list has been the same since release 1.9). Java has no access to it.
   */
  private static final Set<String> ON_LETTER =
      Set.of("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE");

  /** The paper people of this locale have; A4 if it names no country. */
  public static PageSize usedIn(Locale locale) {
    return ON_LETTER.contains(locale.getCountry()) ? LETTER : A4;
  }
}

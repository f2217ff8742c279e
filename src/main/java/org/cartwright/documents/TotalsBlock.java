package org.cartwright.documents;

import java.util.List;

/** Amounts beneath each other at the right edge, never torn apart by a page's end. */
public record TotalsBlock(List<Sum> sums) implements DocumentPart {

  public TotalsBlock {
    sums = List.copyOf(sums);
  }

  /**
   * A label and its amount.
   *
   * @param strong whether it stands out, as a total does
   */
  public record Sum(String label, String value, boolean strong) {}
}

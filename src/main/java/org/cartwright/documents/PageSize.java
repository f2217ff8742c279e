package org.cartwright.documents;

/** The paper a document is laid out for, upright. */
public enum PageSize {
  /** 210 × 297 mm. */
  A4,
  /** 8.5 × 11 in. */
  LETTER
}

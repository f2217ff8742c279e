package org.cartwright.audit;

/** What became of an access. */
public enum Outcome {
  /** It was done, or shown. */
  DONE,
  /** It was refused, with a status. */
  REFUSED
}

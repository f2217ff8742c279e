package org.cartwright.quotes;

import java.util.Optional;

/**
 * What somebody can do who holds a link to a quote. All of it happens in the tenant of the link
 * ({@link org.cartwright.tenancy.CurrentTenant}), each call in a transaction of its own.
 *
 * <p>A link that never was, one that is dead (its quote withdrawn or run out) and one that is
 * locked (five wrong tries to prove who is asking) lead nowhere, and nobody can tell which it was.
 */
public interface PatientDoor {

  /** Where a link leads now; changes nothing. */
  Optional<Visit> follow(String token);

  /**
   * Where the link of a quote leads that was replaced by a newer one: to that, on the newer one's
   * own terms.
   */
  Optional<Visit> followToNewest(String token);

  /** Notes that a person, not a mail scanner, opened a link; only the first time counts. */
  void opened(Visit visit);

  /**
   * Checks what somebody says to prove who they are. The try is counted before it is looked at; a
   * right one is not counted in the end.
   *
   * @param said a date of birth as {@code yyyy-MM-dd}, or four digits; anything else is wrong
   * @return whether it was right; never when nothing is asked for or the link leads nowhere any
   *     more
   */
  boolean confirm(Visit visit, String said);

  /**
   * What the quote says.
   *
   * @param firstView whether a person looks at it, which makes a sent quote a viewed one
   */
  ShownQuote show(Visit visit, boolean firstView);

  /**
   * Takes the patient's answer, keeps the evidence, and tells the desk. The same answer again
   * changes nothing.
   *
   * @throws org.cartwright.platform.errors.Conflict if it was answered otherwise, is no longer
   *     open, or is not what was shown
   */
  ShownQuote answer(Visit visit, PatientAnswer answer);

  /** The quote as a PDF, with the fingerprint of what was accepted if it was. */
  byte[] pdf(Visit visit);
}

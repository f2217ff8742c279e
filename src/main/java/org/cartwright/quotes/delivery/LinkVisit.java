package org.cartwright.quotes.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Somebody at the end of a link.
 *
 * @param linkId which link they hold, not the secret in it: it is what is tried, locked and
 *     remembered, even where it leads on to a newer quote than its own
 * @param quoteId the quote it leads to: its own, or the newest one that took that one's place
 * @param challenge what has to be confirmed before anything is shown
 * @param triesLeft how many wrong tries the link still stands
 * @param isFirst whether nobody has come to the quote by this link before
 * @param isUnseen whether the patient has not looked at the quote before
 * @param language in which the patient is written to, if that is known
 */
public record LinkVisit(
    String linkId,
    String quoteId,
    Standing standing,
    Challenge challenge,
    int triesLeft,
    boolean isFirst,
    boolean isUnseen,
    @Nullable String language) {

  /** What a link is good for. */
  public enum Standing {
    /** The quote can be seen, and answered unless it was. */
    OPEN,
    /**
     * The quote was declined or has become a charge: only somebody who has proved already who they
     * are is still told how it ended.
     */
    ENDED,
    /** A newer quote has taken its place. */
    REPLACED
  }

  /** How a visitor shows to be the patient. */
  public enum Challenge {
    /** The desk asked for no proof. */
    NONE,
    /** The patient's date of birth. */
    DATE_OF_BIRTH,
    /** The last four digits of the patient's phone number, where no date of birth is on file. */
    PHONE_ENDING
  }
}

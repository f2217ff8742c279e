package org.cartwright.messages;

/** A message was not handed over, or may not have been. */
final class Undelivered extends Exception {

  /** What to make of it. */
  enum Verdict {
    /** Certainly not handed over, and it may go better later. */
    TRY_AGAIN,
    /** Refused for good. */
    GIVE_UP,
    /** Handed over, but no answer came: it may have arrived, so it is not sent again. */
    UNCERTAIN
  }

  private final Verdict verdict;
  private final String reason;

  private Undelivered(Verdict verdict, String reason) {
    super(reason, null, false, false); // what caused it may quote recipient or content
    this.verdict = verdict;
    this.reason = reason;
  }

  static Undelivered tryAgain(String reason) {
    return new Undelivered(Verdict.TRY_AGAIN, reason);
  }

  static Undelivered giveUp(String reason) {
    return new Undelivered(Verdict.GIVE_UP, reason);
  }

  static Undelivered uncertain() {
    return new Undelivered(Verdict.UNCERTAIN, "No answer came; it may have arrived.");
  }

  Verdict verdict() {
    return verdict;
  }

  /** A plain sentence that names nobody. */
  String reason() {
    return reason;
  }
}

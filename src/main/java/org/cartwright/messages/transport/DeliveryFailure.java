package org.cartwright.messages.transport;

/** A message was not handed over, or may not have been. */
public final class DeliveryFailure extends Exception {

  /** What to make of it. */
  public enum Verdict {
    /** Certainly not handed over, and it may go better later. */
    TRY_AGAIN,
    /** Refused for good. */
    GIVE_UP,
    /** Handed over, but no answer came: it may have arrived, so it is not sent again. */
    UNCERTAIN
  }

  private final Verdict verdict;
  private final String reason;

  private DeliveryFailure(Verdict verdict, String reason) {
    super(reason, null, false, false); // what caused it may quote recipient or content
    this.verdict = verdict;
    this.reason = reason;
  }

  public static DeliveryFailure tryAgain(String reason) {
    return new DeliveryFailure(Verdict.TRY_AGAIN, reason);
  }

  static DeliveryFailure giveUp(String reason) {
    return new DeliveryFailure(Verdict.GIVE_UP, reason);
  }

  public static DeliveryFailure uncertain() {
    return new DeliveryFailure(Verdict.UNCERTAIN, "No answer came; it may have arrived.");
  }

  public Verdict verdict() {
    return verdict;
  }

  /** A plain sentence that names nobody. */
  public String reason() {
    return reason;
  }
}

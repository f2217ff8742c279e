package org.cartwright.quotes.state;

import java.time.Instant;
import org.cartwright.carts.api.QuoteStatus;
import org.jspecify.annotations.Nullable;

/**
 * How a quote stands. What may be done with it follows from that and the moment; whatever may not
 * is refused here.
 *
 * @param stored the status as it is stored
 * @param isScheduled whether it waits to be sent
 * @param given what the patient answered, if anything
 */
public record QuoteState(
    QuoteStatus stored, QuoteValidity validity, boolean isScheduled, @Nullable GivenAnswer given) {

  /** The status at a moment: one whose validity has ended is expired at once. */
  public QuoteStatus at(Instant now) {
    return validity.statusAt(stored, now);
  }

  /** Whether it is a draft that is not waiting to be sent. */
  public boolean isEditable(Instant now) {
    return at(now) == QuoteStatus.DRAFT && !isScheduled;
  }

  /** Refuses to go on unless it is a draft that is not waiting to be sent. */
  public void requireEditable(Instant now) {
    var present = at(now);
    if (present != QuoteStatus.DRAFT) {
      throw QuoteRefusal.notEditable(present);
    }
    if (isScheduled) {
      throw QuoteRefusal.waitsToBeSent();
    }
  }

  /** Refuses to go on unless it is a draft, or with the patient. */
  public void requireSendable(Instant now) {
    var present = at(now);
    if (present != QuoteStatus.DRAFT && !present.isWithPatient()) {
      throw QuoteRefusal.notSendable(present);
    }
  }

  /** Refuses to go on unless it is with the patient, or waits to be sent. */
  public void requireWithdrawable(Instant now) {
    var present = at(now);
    if (!present.isWithPatient() && (present != QuoteStatus.DRAFT || !isScheduled)) {
      throw QuoteRefusal.notWithdrawable(present);
    }
  }

  /**
   * Whether this answer would be news.
   *
   * @throws QuoteRefusal if it was answered otherwise, or cannot be answered
   */
  public boolean mayBeAnswered(boolean accepts, Instant now) {
    if (given != null && accepts == wasAccepted()) {
      return false;
    }
    var present = at(now);
    if (given != null || !present.isWithPatient()) {
      throw QuoteRefusal.notAnswerable(present);
    }
    return true;
  }

  /** Whether the patient accepted, whatever came of it since. */
  private boolean wasAccepted() {
    return given != null && given.answer() == QuoteStatus.ACCEPTED;
  }

  /** Refuses to go on unless it is accepted, and says what to do instead. */
  public void requireAccepted(Instant now) {
    var present = at(now);
    if (present != QuoteStatus.ACCEPTED) {
      throw QuoteRefusal.notConvertible(present);
    }
  }

  /** Refuses to go on unless it is with the patient, was declined or has expired. */
  public void requireRevisable(Instant now) {
    var present = at(now);
    switch (present) {
      case SENT, VIEWED, DECLINED, EXPIRED -> {}
      case DRAFT, ACCEPTED, CONVERTED -> throw QuoteRefusal.notRevisable(present);
    }
  }

  /** Refuses to go on if the patient accepted it before another could take its place. */
  public void requireReplaceable(Instant now) {
    if (wasAccepted()) {
      throw QuoteRefusal.notReplaceable(at(now));
    }
  }

  /** Refuses to go on unless such a move is in the table of {@link QuoteStatus}. */
  public void requireMove(QuoteStatus next) {
    if (!stored.mayBecome(next)) {
      throw QuoteRefusal.noSuchMove(stored, next);
    }
  }
}

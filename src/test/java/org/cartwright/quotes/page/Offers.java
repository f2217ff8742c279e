package org.cartwright.quotes.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.cartwright.carts.QuoteStatus;
import org.cartwright.quotes.ShownQuote;
import org.cartwright.quotes.Visit;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.PaperDoor;
import org.jspecify.annotations.Nullable;

/** Brings quotes into patients' hands. */
class Offers {

  private final PaperDoor door;

  Offers(PaperDoor door) {
    this.door = door;
  }

  /** A quote in a patient's hand, who was born on 3 July 1980 and whose phone ends in 9999. */
  final class Offer {

    private final Clinic clinic;
    private final PaperDoor.Offer paper;

    Offer(Clinic clinic, PaperDoor.Offer paper) {
      this.clinic = clinic;
      this.paper = paper;
    }

    Clinic clinic() {
      return clinic;
    }

    String path() {
      return "/q/" + clinic.id() + "/" + paper.token;
    }

    String token() {
      return paper.token;
    }

    String status() {
      return paper.quote.status().name();
    }

    boolean wasOpened() {
      return paper.opened > 0;
    }

    @Nullable String message() {
      return paper.quote.answerMessage();
    }

    /** The clinic takes it back. */
    void withdraw() {
      paper.gone = true;
    }

    /** The clinic replaces it with another one. */
    void replace() {
      paper.newer =
          door.offer(
              clinic,
              "Jane Doe",
              "The newer one",
              null,
              null,
              lines(),
              Instant.parse("2099-07-03T15:00:00Z"));
    }

    /** The clinic takes the patient's no by phone. */
    void declineAtTheDesk() {
      paper.say(QuoteStatus.DECLINED, Instant.EPOCH, null);
    }

    void acceptAtTheDesk() {
      paper.say(QuoteStatus.ACCEPTED, Instant.EPOCH, null);
    }
  }

  /** What is wanted of a quote that matters to a test. */
  record Wanted(
      String patient,
      @Nullable String title,
      @Nullable String description,
      @Nullable String terms,
      List<ShownQuote.Line> lines,
      Visit.Challenge challenge,
      Instant validUntil) {}

  static Wanted anything() {
    return new Wanted(
        "Jane Doe",
        "A smoother look",
        "As discussed on Tuesday.\nTwo visits, four weeks apart.",
        "Prices include aftercare.\nCancel up to 24 hours before.",
        lines(),
        Visit.Challenge.DATE_OF_BIRTH,
        Instant.parse("2099-07-03T15:00:00Z"));
  }

  private static List<ShownQuote.Line> lines() {
    return List.of(
        new ShownQuote.Line(
            "Botulinum toxin",
            "Forehead",
            new BigDecimal("20.0000"),
            1300,
            2600,
            new BigDecimal("10.0000"),
            1931,
            23400),
        new ShownQuote.Line(
            "Night serum", null, new BigDecimal("2.5"), 4800, 0, BigDecimal.ZERO, 990, 12000));
  }

  Offer to(Clinic clinic) {
    return to(clinic, anything());
  }

  Offer to(Clinic clinic, Visit.Challenge challenge) {
    var any = anything();
    return to(
        clinic,
        new Wanted(
            any.patient(),
            any.title(),
            any.description(),
            any.terms(),
            any.lines(),
            challenge,
            any.validUntil()));
  }

  Offer to(Clinic clinic, Wanted wanted) {
    var paper =
        door.offer(
            clinic,
            wanted.patient(),
            wanted.title(),
            wanted.description(),
            wanted.terms(),
            wanted.lines(),
            wanted.validUntil());
    paper.challenge = wanted.challenge();
    paper.right = wanted.challenge() == Visit.Challenge.PHONE_ENDING ? "9999" : "1980-07-03";
    return new Offer(clinic, paper);
  }
}

package org.cartwright.quotes.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.aQuote;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.cartwright.quotes.delivery.LinkVisit;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.bodies.Bodies;
import org.cartwright.testing.bodies.LineBody;
import org.cartwright.testing.bodies.QuoteBody;
import org.jspecify.annotations.Nullable;

/** Brings quotes into patients' hands: made, sent, and their link taken from the mail. */
final class SentQuote {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Clinics clinics;

  SentQuote(Clinics clinics) {
    this.clinics = clinics;
  }

  /** What is wanted of a quote that matters to a test. */
  record Wanted(
      String patient,
      @Nullable String title,
      @Nullable String description,
      @Nullable String terms,
      List<Line> lines,
      LinkVisit.Challenge challenge,
      Instant validUntil) {

    Wanted asking(LinkVisit.Challenge other) {
      return new Wanted(patient, title, description, terms, lines, other, validUntil);
    }

    Wanted validUntil(Instant moment) {
      return new Wanted(patient, title, description, terms, lines, challenge, moment);
    }

    Wanted of(List<Line> others) {
      return new Wanted(patient, title, description, terms, others, challenge, validUntil);
    }
  }

  /** A line of a cart. */
  record Line(
      String name, @Nullable String notes, long price, BigDecimal quantity, BigDecimal discount) {

    Line(String name, long price) {
      this(name, null, price, BigDecimal.ONE, BigDecimal.ZERO);
    }
  }

  /** For Jane Doe, born on 3 July 1980, whose phone number ends in 9999. */
  static Wanted anything() {
    return new Wanted(
        "Jane Doe",
        "A smoother look",
        "As discussed on Tuesday.\nTwo visits, four weeks apart.",
        "Prices include aftercare.\nCancel up to 24 hours before.",
        List.of(
            new Line("Botulinum toxin", "Forehead", 1300, new BigDecimal("20"), BigDecimal.TEN),
            new Line("Night serum", null, 4800, new BigDecimal("2.5"), BigDecimal.ZERO)),
        LinkVisit.Challenge.DATE_OF_BIRTH,
        Instant.parse("2099-07-03T15:00:00Z"));
  }

  Offer to(Clinic clinic) {
    return to(clinic, anything());
  }

  Offer to(Clinic clinic, LinkVisit.Challenge challenge) {
    return to(clinic, anything().asking(challenge));
  }

  /** A quote in a patient's hand: 5.00 off everything, and a tax of 8.25 %. */
  Offer to(Clinic clinic, Wanted wanted) {
    if (clinic.api().get("/admin/taxes").ok().json().size() == 0) {
      clinic.tax("Sales tax", "8.25");
    }
    var desk = QuoteDesk.of(clinic);
    var email = "patient-%d@mail.example".formatted(COUNT.incrementAndGet());
    var quote = desk.quote(cart(clinic, patient(clinic, wanted, email), wanted), details(wanted));
    desk.send(quote.ok());
    return new Offer(desk, quote, token(clinic, email));
  }

  /** A quote that was made already, sent to its patient at an address. */
  Offer sent(QuoteDesk desk, Answer quote, String email) {
    desk.send(quote);
    return new Offer(desk, quote, token(desk.clinic(), email));
  }

  private static String patient(Clinic clinic, Wanted wanted, String email) {
    var names = wanted.patient().split(" ", 2);
    var patient =
        aPatient(names[0], names.length > 1 ? names[1] : "")
            .email(email)
            .phone("+1 (555) 010-9999");
    return clinic.patient(
        wanted.challenge() == LinkVisit.Challenge.DATE_OF_BIRTH
            ? patient.born("1980-07-03")
            : patient);
  }

  private static Answer cart(Clinic clinic, String patient, Wanted wanted) {
    var items = new HashMap<String, String>();
    var lines =
        wanted.lines().stream()
            .map(
                line ->
                    line(
                        line,
                        items.computeIfAbsent(
                            line.name() + " at " + line.price(),
                            any -> clinic.item(line.name(), line.price()))))
            .toArray(LineBody[]::new);
    return clinic.cart(aCart().of(patient).discountAmount(500).with(lines));
  }

  private static LineBody line(Line wanted, String item) {
    return Bodies.line(item)
        .quantity(wanted.quantity().toPlainString())
        .discountPercentage(wanted.discount().toPlainString())
        .with("notes", wanted.notes());
  }

  private static QuoteBody details(Wanted wanted) {
    return aQuote()
        .with("title", wanted.title())
        .with("description", wanted.description())
        .with("terms", wanted.terms())
        .validUntil(wanted.validUntil())
        .with("requiresPatientVerification", wanted.challenge() != LinkVisit.Challenge.NONE);
  }

  /** The secret of the link in the newest mail to somebody, which comes in its own time. */
  private String token(Clinic clinic, String email) {
    var inbox = "/dev/inbox?tenant=%s&to=%s".formatted(clinic.id(), email);
    for (int i = 0; i < 200; i++) {
      var mails = clinics.nobody().get(inbox).ok().json();
      if (mails.size() > 0) {
        var link = mails.get(0).get("link").asString();
        assertThat(link).startsWith(clinics.nobody().base() + "/q/" + clinic.id() + "/");
        return link.substring(link.lastIndexOf('/') + 1);
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    throw new AssertionError("no mail came to " + email);
  }

  /** A quote in a patient's hand. */
  record Offer(QuoteDesk desk, Answer quote, String token) {

    Clinic clinic() {
      return desk.clinic();
    }

    String path() {
      return "/q/" + clinic().id() + "/" + token;
    }

    String status() {
      return desk.read(quote).at("/status");
    }

    boolean wasOpened() {
      return timeline().contains("OPENED");
    }

    /** The types of what happened to it, in order. */
    List<String> timeline() {
      return desk.timeline(quote);
    }

    /** The evidence that it was accepted. */
    Answer acceptance() {
      return desk.api().get(QuoteDesk.path(quote) + "/acceptance").ok();
    }

    /** The clinic takes it back. */
    void withdraw() {
      desk.withdraw(quote).ok();
    }

    /** The clinic replaces it with another one. */
    void replace() {
      var newer = desk.revise(quote, "SAME").ok();
      desk.api().put(QuoteDesk.path(newer), aQuote().title("The newer one")).ok();
      desk.send(newer);
    }

    /** The clinic takes the patient's answer by phone. */
    void answerAtTheDesk(String answer) {
      desk.answer(quote, answer).ok();
    }
  }
}

package org.cartwright.testing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cartwright.carts.QuoteStatus;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.quotes.PatientAnswer;
import org.cartwright.quotes.PatientDoor;
import org.cartwright.quotes.ShownQuote;
import org.cartwright.quotes.Visit;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Stands in for the door until there is one. */
@TestComponent
public class PaperDoor implements PatientDoor {

  private final Map<String, Offer> offers = new ConcurrentHashMap<>();
  private final Clock clock;

  PaperDoor(Clock clock) {
    this.clock = clock;
  }

  /** A quote in a patient's hand. */
  public static final class Offer {
    public final String tenant;
    public final String token;
    public Visit.Challenge challenge = Visit.Challenge.DATE_OF_BIRTH;
    public String right = "1980-07-03";
    public int triesLeft = 5;
    public int opened;
    public boolean gone;
    public @Nullable Offer newer;
    public @Nullable PatientAnswer answer;
    public ShownQuote quote;

    Offer(String tenant, ShownQuote quote) {
      var random = new byte[32];
      new SecureRandom().nextBytes(random);
      this.tenant = tenant;
      this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
      this.quote = quote;
    }

    public String path() {
      return "/q/" + tenant + "/" + token;
    }

    /** Another quote in its place. */
    public void say(QuoteStatus status, @Nullable Instant responded, @Nullable String message) {
      quote =
          new ShownQuote(
              quote.quoteId(),
              status,
              quote.patientName(),
              quote.title(),
              quote.description(),
              quote.terms(),
              quote.lines(),
              quote.subtotal(),
              quote.discountAmount(),
              quote.taxAmount(),
              quote.total(),
              quote.validUntil(),
              quote.sentDate(),
              responded,
              message,
              quote.sha256());
    }
  }

  public Offer offer(Clinic clinic, Instant validUntil) {
    return offer(
        clinic,
        "Jane Doe",
        "A smoother look",
        "As discussed on Tuesday.\nTwo visits, four weeks apart.",
        "Prices include aftercare.\nCancel up to 24 hours before.",
        List.of(
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
                "Night serum", null, new BigDecimal("2.5"), 4800, 0, BigDecimal.ZERO, 990, 12000)),
        validUntil);
  }

  public Offer offer(
      Clinic clinic,
      String patient,
      @Nullable String title,
      @Nullable String description,
      @Nullable String terms,
      List<ShownQuote.Line> lines,
      Instant validUntil) {
    var subtotal = lines.stream().mapToLong(ShownQuote.Line::totalPrice).sum();
    var tax = lines.stream().mapToLong(ShownQuote.Line::taxAmount).sum();
    var offer =
        new Offer(
            clinic.id(),
            new ShownQuote(
                "quote_" + offers.size(),
                QuoteStatus.SENT,
                patient,
                title,
                description,
                terms,
                new ArrayList<>(lines),
                subtotal,
                500,
                tax,
                subtotal - 500 + tax,
                validUntil,
                clock.instant(),
                null,
                null,
                "ab".repeat(32)));
    offers.put(offer.tenant + "/" + offer.token, offer);
    return offer;
  }

  private Offer of(Visit visit) {
    return offers.values().stream()
        .filter(it -> it.token.equals(visit.linkId()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Optional<Visit> follow(String token) {
    return Optional.ofNullable(offers.get(CurrentTenant.id() + "/" + token))
        .filter(it -> !it.gone && it.triesLeft > 0)
        .map(
            it ->
                new Visit(
                    it.token,
                    it.quote.quoteId(),
                    it.newer != null
                        ? Visit.Standing.REPLACED
                        : it.quote.status() == QuoteStatus.DECLINED
                            ? Visit.Standing.ENDED
                            : Visit.Standing.OPEN,
                    it.challenge,
                    it.triesLeft));
  }

  @Override
  public Optional<Visit> followToNewest(String token) {
    return Optional.ofNullable(offers.get(CurrentTenant.id() + "/" + token))
        .flatMap(it -> Optional.ofNullable(it.newer))
        .flatMap(it -> follow(it.token));
  }

  @Override
  public void opened(Visit visit) {
    of(visit).opened++;
  }

  @Override
  public boolean confirm(Visit visit, String said) {
    var offer = of(visit);
    var right = said.equals(offer.right);
    offer.triesLeft -= right ? 0 : 1;
    return right;
  }

  @Override
  public ShownQuote show(Visit visit, boolean firstView) {
    var offer = of(visit);
    if (firstView && offer.quote.status() == QuoteStatus.SENT) {
      offer.say(QuoteStatus.VIEWED, null, null);
    }
    return offer.quote;
  }

  @Override
  public ShownQuote answer(Visit visit, PatientAnswer answer) {
    var offer = of(visit);
    var wanted = answer.accepts() ? QuoteStatus.ACCEPTED : QuoteStatus.DECLINED;
    if (offer.quote.status() == wanted) {
      return offer.quote;
    }
    if (!offer.quote.sha256().equals(answer.shown())) {
      throw new Conflict("The quote is not the one that was shown; open it again.");
    }
    if (!offer.quote.status().isWithPatient()) {
      throw new Conflict("The quote was answered already; an answer is final.");
    }
    offer.answer = answer;
    offer.say(wanted, clock.instant(), answer.message());
    return offer.quote;
  }

  @Override
  public byte[] pdf(Visit visit) {
    return "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
  }
}

package org.cartwright.generator;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a generated cart, and of its quote. */
final class GeneratedLifecycle {

  private static final int HOUR = 3_600;
  private static final int DAY = 24 * HOUR;

  private final GeneratorOptions wanted;
  private final GeneratedCatalog catalogue;
  private final SeededRandom chance;
  private final RowBatch batch;

  GeneratedLifecycle(
      GeneratorOptions wanted, GeneratedCatalog catalogue, SeededRandom chance, RowBatch batch) {
    this.wanted = wanted;
    this.catalogue = catalogue;
    this.chance = chance;
    this.batch = batch;
  }

  /** The end of a cart and of the quote it may have had. */
  private enum End {
    DRAFT("DRAFT", null),
    QUOTED("DRAFT", "DRAFT"),
    SENT("DRAFT", "SENT"),
    ABANDONED("ABANDONED", null),
    ACCEPTED("ACCEPTED", "ACCEPTED"),
    REJECTED("REJECTED", "DECLINED"),
    EXPIRED("EXPIRED", null),
    RAN_OUT("EXPIRED", "EXPIRED"),
    CONVERTED("CONVERTED", null),
    CONVERTED_BY_QUOTE("CONVERTED", "CONVERTED");

    final String cart;
    final @Nullable String quote;

    End(String cart, @Nullable String quote) {
      this.cart = cart;
      this.quote = quote;
    }

    boolean isOpen() {
      return cart.equals("DRAFT") || cart.equals("ACCEPTED");
    }

    static End draw(SeededRandom chance) {
      int n = chance.between(0, 99);
      return n < 12
          ? DRAFT
          : n < 16
              ? QUOTED
              : n < 24
                  ? SENT
                  : n < 40
                      ? ABANDONED
                      : n < 44
                          ? ACCEPTED
                          : n < 52
                              ? REJECTED
                              : n < 58
                                  ? EXPIRED
                                  : n < 66 ? RAN_OUT : n < 86 ? CONVERTED : CONVERTED_BY_QUOTE;
    }
  }

  /** Adds one cart with everything that belongs to it. */
  void add() {
    var end = End.draw(chance);
    // What is still open is of the last weeks: older drafts would be abandoned by now.
    var created =
        chance.before(wanted.now(), end.isOpen() ? Duration.ofDays(25) : GeneratorOptions.OPEN_FOR);
    var updated = chance.after(created, 30, 2 * DAY, wanted.now());
    var id = chance.id("cart", created);
    var patient = wanted.patient(chance.skewed(wanted.patients()));
    var provider = wanted.provider(chance.between(0, wanted.providers() - 1));
    var basket = GeneratedCart.draw(catalogue, chance, created);
    var quoteId = end.quote == null ? null : chance.id("quote", updated);
    var validUntil =
        end.isOpen() ? wanted.now().plus(Duration.ofDays(3_650)) : updated.plusSeconds(30L * DAY);
    var charge =
        end.cart.equals("CONVERTED")
            ? charge(
                basket, patient, provider, quoteId == null ? id : quoteId, quoteId != null, updated)
            : null;
    boolean held = end == End.SENT || end == End.ACCEPTED;
    batch.cart.add(
        id,
        1,
        patient,
        provider,
        end.cart,
        chance.in(20) ? chance.of(SampleNames.NOTES) : null,
        end == End.EXPIRED ? updated.plusSeconds(HOUR) : null,
        basket.priced().discount().kind(),
        basket.priced().discount().value().toPlainString(),
        basket.priced().subtotal().value(),
        basket.priced().discountAmount().value(),
        basket.priced().taxAmount().value(),
        basket.priced().total().value(),
        charge,
        held ? quoteId : null,
        held ? validUntil : null,
        created,
        updated);
    basket.addLines(batch.cartLine, id, created, updated);
    if (quoteId != null) {
      quote(quoteId, end, basket, id, patient, provider, charge, validUntil, updated);
    }
  }

  private void quote(
      String id,
      End end,
      GeneratedCart basket,
      String cart,
      String patient,
      String provider,
      @Nullable String charge,
      Instant validUntil,
      Instant created) {
    boolean sent = end != End.QUOTED;
    boolean answered = end == End.ACCEPTED || end == End.REJECTED || end == End.CONVERTED_BY_QUOTE;
    var sentDate = sent ? chance.after(created, 1, 60, wanted.now()) : null;
    var viewed = answered && sentDate != null ? chance.after(sentDate, 1, 60, wanted.now()) : null;
    var answeredDate = viewed == null ? null : chance.after(viewed, 1, 60, wanted.now());
    batch.quote.add(
        id,
        1,
        cart,
        patient,
        provider,
        end.quote,
        "Treatment plan",
        "Prices hold until the quote expires.",
        true,
        validUntil,
        basket.priced().discount().kind(),
        basket.priced().discount().value().toPlainString(),
        basket.priced().subtotal().value(),
        basket.priced().discountAmount().value(),
        basket.priced().taxAmount().value(),
        basket.priced().total().value(),
        charge,
        answered ? (end == End.REJECTED ? "DECLINED" : "ACCEPTED") : null,
        created,
        answeredDate != null ? answeredDate : sentDate != null ? sentDate : created,
        sentDate,
        viewed,
        answeredDate);
    basket.addLines(batch.quoteLine, id, created, created);
    event(id, "CREATED", "CLINIC", created);
    event(id, "SENT", "CLINIC", sentDate);
    event(id, "VIEWED", "PATIENT", viewed);
    event(id, end == End.REJECTED ? "DECLINED" : "ACCEPTED", "CLINIC", answeredDate);
    event(id, "CONVERTED", "CLINIC", charge == null ? null : answeredDate);
  }

  private void event(String quote, String type, String actor, @Nullable Instant moment) {
    if (moment != null) {
      batch.quoteEvent.add(chance.id("qev", moment), quote, type, actor, moment);
    }
  }

  private String charge(
      GeneratedCart basket,
      String patient,
      String provider,
      String source,
      boolean ofQuote,
      Instant moment) {
    var id = chance.id("chg", moment);
    long total = basket.priced().total().value();
    batch.charge.add(id, patient, provider, ofQuote ? "QUOTE" : "CART", source, total, moment);
    basket.addChargeItems(batch.chargeItem, id, chance, moment);
    if (total >= 2 && chance.in(92)) {
      boolean parts = chance.in(25);
      long first = parts ? total / 2 : total;
      var payment = pay(id, 1, chance.in(50) ? "EXTERNAL_CARD" : "CASH", first, moment);
      if (parts && chance.in(70)) {
        pay(id, 2, "CHECK", total - first, moment);
      } else if (!parts && chance.in(5)) {
        batch.refund.add(
            chance.id("ref", moment), payment, id, 2, first / 2, "OTHER", provider, moment);
      }
    }
    return id;
  }

  private String pay(String charge, int sequence, String medium, long amount, Instant moment) {
    var id = chance.id("pay", moment);
    batch.payment.add(
        id, charge, sequence, medium, amount, chance.after(moment, 60, HOUR, wanted.now()));
    return id;
  }
}

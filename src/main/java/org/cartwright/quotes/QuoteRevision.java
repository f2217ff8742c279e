package org.cartwright.quotes;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import org.cartwright.carts.QuotedCarts;
import org.cartwright.lines.SalePrices;
import org.cartwright.patients.Patients;
import org.cartwright.platform.Ids;
import org.cartwright.platform.json.Default;
import org.cartwright.quotes.api.QuoteDetail;
import org.cartwright.quotes.state.QuoteGoods;
import org.cartwright.quotes.state.QuoteRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes new drafts that are to take the place of quotes that were sent. */
@Service
public class QuoteRevision {

  private final QuoteBook book;
  private final QuoteVersions versions;
  private final Quotes quotes;
  private final QuotedCarts carts;
  private final Patients patients;
  private final SalePrices salePrices;
  private final Clock clock;

  QuoteRevision(
      QuoteBook book,
      QuoteVersions versions,
      Quotes quotes,
      QuotedCarts carts,
      Patients patients,
      SalePrices salePrices,
      Clock clock) {
    this.book = book;
    this.versions = versions;
    this.quotes = quotes;
    this.carts = carts;
    this.patients = patients;
    this.salePrices = salePrices;
    this.clock = clock;
  }

  /** How to make a revision. */
  @Schema(
      name = "QuoteRevise",
      description = "At which prices to make the new draft.",
      example =
          """
          {"prices": "SAME"}""")
  public record Wanted(
      @Schema(description = "The same prices if left out.") @Default("\"SAME\"")
          PriceChoice prices) {}

  /** Which prices a revision begins with. */
  @Schema(name = "QuoteRevisionPrices")
  public enum PriceChoice {
    /** Those of the quote that is revised, and its figures. */
    SAME,
    /** Those of the catalog today, but for prices that were named explicitly; today's taxes. */
    TODAY
  }

  /**
   * Makes a draft that says what a quote says. While that one is with the patient it stays so until
   * the draft is sent; of one that was declined or has expired the cart is copied, and the copy
   * quoted.
   *
   * @throws QuoteRefusal unless the quote is with the patient, was declined or has expired; or if
   *     it ended and another version of it is open, which it names; or if its cart is another
   *     patient's or nobody's by now, or its patient is archived; or if today's prices are wanted,
   *     and its market has none for something in it
   */
  @Transactional
  public QuoteDetail revise(String quoteId, Wanted wanted) {
    var held = book.lock(quoteId);
    var now = clock.instant();
    var old = held.quote();
    old.requireRevisable(now);
    if (!old.statusAt(now).isWithPatient()) {
      versions.requireNoneOpen(old, now);
    }
    old.requireCart(held.cart());
    if (patients.forBilling(old.patientId()).isEmpty()) {
      throw QuoteRefusal.patientIsArchived();
    }
    var items = old.items();
    if (wanted.prices() == PriceChoice.TODAY) {
      items = QuoteGoods.priced(items.atTodaysPrices(salePrices.of(old.sale(), items.products())));
    }
    items = items.copied(now);
    var cart = held.cart();
    if (old.statusAt(now).isWithPatient()) {
      cart.quote(old.id(), now);
    } else {
      items = items.underNewIds();
      cart = carts.openLike(cart, old.sale(), items.withoutNotes(), now);
    }
    var revision = old.revision(Ids.next("quote"), cart, items, now);
    book.open(revision, quoteId, now);
    return quotes.stored(revision);
  }
}

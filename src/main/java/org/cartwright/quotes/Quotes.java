package org.cartwright.quotes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.cartwright.carts.QuotedCarts;
import org.cartwright.carts.quoting.QuotableCart;
import org.cartwright.lines.CurrentPrices;
import org.cartwright.lines.Product;
import org.cartwright.lines.SalePrices;
import org.cartwright.patients.PatientContact;
import org.cartwright.patients.Patients;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.texts.Texts;
import org.cartwright.quotes.api.QuoteCreate;
import org.cartwright.quotes.api.QuoteDetail;
import org.cartwright.quotes.api.QuoteItemCreate;
import org.cartwright.quotes.api.QuoteItemUpdate;
import org.cartwright.quotes.api.QuoteUpdate;
import org.cartwright.quotes.reading.QuoteQueries;
import org.cartwright.quotes.state.QuoteHeading;
import org.cartwright.quotes.state.QuoteRefusal;
import org.cartwright.staff.Providers;
import org.cartwright.tenancy.Deadlines;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the front desk does with quotes while they are drafts. Each of these is one transaction that
 * locks the cart, then the quote, and answers the quote as it is stored afterwards. A quote that
 * does not exist or is another tenant's is {@link Missing}.
 */
@Service
public class Quotes {

  private static final int LONGEST_TITLE = 255;

  private static final Violation EXPIRED =
      Violation.inBody("the quote would be expired already", "validUntilDate");

  private final QuoteBook book;
  private final QuoteQueries queries;
  private final QuotedCarts carts;
  private final Patients patients;
  private final Providers providers;
  private final SalePrices salePrices;
  private final Tenants tenants;
  private final Deadlines deadlines;
  private final Texts texts;
  private final Clock clock;

  Quotes(
      QuoteBook book,
      QuoteQueries queries,
      QuotedCarts carts,
      Patients patients,
      Providers providers,
      SalePrices salePrices,
      Tenants tenants,
      Deadlines deadlines,
      Texts texts,
      Clock clock) {
    this.book = book;
    this.queries = queries;
    this.carts = carts;
    this.patients = patients;
    this.providers = providers;
    this.salePrices = salePrices;
    this.tenants = tenants;
    this.deadlines = deadlines;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * Makes a draft quote of a cart, with the cart's lines and figures as they are. What the desk
   * noted on the cart's lines is not copied: it was not written for the patient.
   *
   * @throws InvalidRequest if it names a patient, cart or provider that is not there, or the cart
   *     is another patient's
   * @throws Conflict if the cart cannot be quoted, or the id is taken
   */
  @Transactional
  public QuoteDetail make(QuoteCreate wanted) {
    var cart = carts.lockWithLines(wanted.cartId()).orElse(null);
    var now = clock.instant();
    var patient =
        patients.forBilling(wanted.patientId()).flatMap(p -> patients.contact(p.id())).orElse(null);
    var found = new ArrayList<Violation>();
    check(cart, patient, wanted, found);
    var validUntil = deadlines.ahead(wanted.validUntilDate(), null, now, EXPIRED, found);
    InvalidRequest.throwIfAny(found);
    var quoted = Objects.requireNonNull(cart);
    quoted.quote(null, now);
    var quote =
        new Quote(
            wanted.id() == null ? Ids.next("quote") : Objects.requireNonNull(wanted.id()),
            quoted,
            quoted.items().copied(now).withoutNotes(),
            wanted.creatorId(),
            new QuoteHeading(
                wanted.title() == null ? title(Objects.requireNonNull(patient)) : wanted.title(),
                wanted.description(),
                wanted.terms(),
                validUntil,
                wanted.requiresPatientVerification()),
            wanted.internalNotes(),
            now);
    book.open(quote, null, now);
    return stored(quote);
  }

  private void check(
      @Nullable QuotableCart cart,
      @Nullable PatientContact patient,
      QuoteCreate wanted,
      List<Violation> found) {
    if (patient == null) {
      found.add(
          Violation.inBody("there is no such patient, or the patient is archived", "patientId"));
    }
    if (cart == null) {
      found.add(Violation.inBody("there is no such cart", "cartId"));
    } else if (patient != null && !patient.id().equals(cart.patientId())) {
      found.add(Violation.inBody("the cart is another patient's", "cartId"));
    }
    if (!providers.exists(wanted.creatorId())) {
      found.add(Violation.inBody("there is no such provider", "creatorId"));
    }
  }

  /** What the patient reads on top of it if the desk calls it nothing: in their language. */
  private String title(PatientContact patient) {
    var words = texts.in(tenants.current().tongue(patient.language()));
    var name = patient.fullName();
    return name.isEmpty()
        ? words.say("offer.title")
        : shortened(words.say("offer.title.for", name));
  }

  private static String shortened(String title) {
    if (title.length() <= LONGEST_TITLE) {
      return title;
    }
    var end = LONGEST_TITLE - 1;
    return title.substring(0, Character.isHighSurrogate(title.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }

  /**
   * A quote as it is served, locked until the transaction ends.
   *
   * @throws Missing if there is none
   */
  @Transactional
  public QuoteDetail held(String id) {
    return queries.get(book.lock(id).quote().id());
  }

  /**
   * Changes what a quote says beside its lines. Only drafts change, but for internal notes.
   *
   * @throws InvalidRequest if the quote would be expired already, or its figures cannot be
   */
  @Transactional
  public QuoteDetail change(String id, QuoteUpdate update) {
    var quote = book.lock(id).quote();
    var now = clock.instant();
    var present = quote.statusAt(now);
    if (update.status() != null && update.status() != present) {
      throw QuoteRefusal.notSetByHand(present);
    }
    var before = quote.heading();
    var found = new ArrayList<Violation>();
    var validUntil =
        update.validUntilDate() == null
            ? before.validUntilDate()
            : deadlines.ahead(
                update.validUntilDate(), before.validUntilDate(), now, EXPIRED, found);
    InvalidRequest.throwIfAny(found);
    var wanted =
        new QuoteHeading(
            update.title() == null ? before.title() : update.title(),
            update.description() == null ? before.description() : update.description(),
            update.terms() == null ? before.terms() : update.terms(),
            validUntil,
            update.requiresPatientVerification() == null
                ? before.requiresPatientVerification()
                : update.requiresPatientVerification());
    var prices = prices(quote, List.of());
    book.edit(
        quote, now, q -> q.change(wanted, update.internalNotes(), update.discount(), prices, now));
    return stored(quote);
  }

  /** Adds a line at the end of a draft. */
  @Transactional
  public QuoteDetail add(String id, QuoteItemCreate item) {
    var quote = book.lock(id).quote();
    var now = clock.instant();
    quote.requireEditable(now);
    var wanted = item.wanted();
    var prices = prices(quote, List.of(wanted.product()));
    InvalidRequest.throwIfAny(prices.notOffered(List.of(wanted.product()), List.of(), null));
    book.edit(quote, now, q -> q.add(wanted, prices, now));
    return stored(quote);
  }

  /** Changes one line of a draft. */
  @Transactional
  public QuoteDetail change(String id, String itemId, QuoteItemUpdate update) {
    var quote = book.lock(id).quote();
    var now = clock.instant();
    var line = quote.line(itemId);
    var prices = prices(quote, List.of());
    book.edit(quote, now, q -> q.change(line, update.change(), prices, now));
    return stored(quote);
  }

  /** Takes a line off a draft. */
  @Transactional
  public QuoteDetail remove(String id, String itemId) {
    var quote = book.lock(id).quote();
    var now = clock.instant();
    var line = quote.line(itemId);
    var prices = prices(quote, List.of());
    book.edit(quote, now, q -> q.remove(line, prices, now));
    return stored(quote);
  }

  private CurrentPrices prices(Quote quote, List<Product> further) {
    var products = new ArrayList<>(quote.items().products());
    products.addAll(further);
    return salePrices.of(quote.sale(), products);
  }

  /**
   * Stores of every quote of these carts that it is expired, if its validity has ended. The caller
   * has locked the carts.
   *
   * @return how many are expired now that were not
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int runOut(Collection<String> cartIds, Instant now) {
    return book.runOut(cartIds, now);
  }

  /** Stores a quote's lines and answers it. */
  QuoteDetail stored(Quote quote) {
    book.store(quote);
    return queries.get(quote.id());
  }
}

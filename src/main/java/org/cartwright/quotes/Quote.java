package org.cartwright.quotes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.carts.quoting.QuotableCart;
import org.cartwright.lines.CurrentPrices;
import org.cartwright.lines.LineChange;
import org.cartwright.lines.LineItem;
import org.cartwright.lines.LineItems;
import org.cartwright.lines.NewLine;
import org.cartwright.lines.Sale;
import org.cartwright.lines.SaleTerms;
import org.cartwright.lines.figures.TotalFigures;
import org.cartwright.lines.stored.LineStore;
import org.cartwright.patients.PatientRows;
import org.cartwright.pricing.DiscountRequest;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.taxes.TaxPlace;
import org.cartwright.quotes.api.SendMethod;
import org.cartwright.quotes.state.GivenAnswer;
import org.cartwright.quotes.state.QuoteDelivery;
import org.cartwright.quotes.state.QuoteGoods;
import org.cartwright.quotes.state.QuoteHeading;
import org.cartwright.quotes.state.QuoteRefusal;
import org.cartwright.quotes.state.QuoteState;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * A quote: decides what may change in it and what it may become. Only a draft that is not waiting
 * to be sent changes; whatever else is asked of it is a {@link QuoteRefusal}.
 *
 * <p>Its lines are values while it decides; {@link QuoteLines} reads and stores them with it.
 */
@Entity
@SQLRestriction(CurrentTenant.ROWS)
@SuppressWarnings("UnusedVariable") // what is only served is read by QuoteReader
class Quote {

  @Id private String id;
  @TenantId private String tenantId;
  @Version private long version;
  private String cartId;
  private String patientId;
  private @Nullable String creatorId;

  @Enumerated(EnumType.STRING)
  private QuoteStatus status;

  private QuoteHeading heading;
  private @Nullable String internalNotes;
  private Currency currency;

  /** On which terms a market sells what is in it; one of a cart without a market has none. */
  private @Nullable SaleTerms terms;

  private TotalFigures figures;
  private @Nullable String supersedesId;
  private @Nullable String convertedChargeId;
  private @Nullable QuoteDelivery delivery; // absent as long as all of it is
  private @Nullable GivenAnswer given;
  private Instant createdDate;
  private Instant updatedDate;

  /** When its patient was erased. */
  @Column(insertable = false, updatable = false)
  private @Nullable Instant erasedDate;

  /** Where the patient is at home, read with the quote; decides which taxes apply. */
  @Formula(PatientRows.PRIMARY_LOCATION)
  private @Nullable String patientLocation;

  @Transient private List<StoredQuoteLine> storedLines = List.of();
  @Transient private List<LineItem> lines = List.of();

  @NullUnmarked
  protected Quote() {}

  /**
   * A draft of a cart that somebody buys.
   *
   * @param items the lines, each with the id of the cart's line
   */
  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  Quote(
      String id,
      QuotableCart cart,
      LineItems items,
      @Nullable String creatorId,
      QuoteHeading heading,
      @Nullable String internalNotes,
      Instant now) {
    this.id = id;
    this.creatorId = creatorId;
    this.internalNotes = internalNotes;
    cartId = cart.id();
    patientId = Objects.requireNonNull(cart.patientId());
    patientLocation = cart.sale().patientLocation();
    currency = cart.sale().currency();
    terms = cart.sale().terms();
    status = QuoteStatus.DRAFT;
    this.heading = heading;
    lines = items.lines();
    figures = items.figures();
    createdDate = now;
    updatedDate = now;
  }

  /**
   * A draft that is to take this quote's place: it says the same, of the same lines.
   *
   * @param cart what it is a quote of: this quote's cart, or a copy of it
   * @param items the lines, whose ids are those of the cart's lines
   * @throws QuoteRefusal unless this one is with the patient, was declined or has expired
   */
  Quote revision(String newId, QuotableCart cart, LineItems items, Instant now) {
    requireRevisable(now);
    var revision = new Quote(newId, cart, items, creatorId, heading.again(now), internalNotes, now);
    revision.supersedesId = id;
    return revision;
  }

  /** When its patient was erased, if they were. */
  @Nullable Instant erasedDate() {
    return erasedDate;
  }

  String id() {
    return id;
  }

  /** Another one with every change that is stored. */
  long version() {
    return version;
  }

  String cartId() {
    return cartId;
  }

  String patientId() {
    return patientId;
  }

  @Nullable String creatorId() {
    return creatorId;
  }

  /** What the quote says now beside its lines. */
  QuoteHeading heading() {
    return heading;
  }

  @Nullable Instant validUntil() {
    return heading.validUntilDate();
  }

  /** When it was sent first. */
  @Nullable Instant sentDate() {
    return delivery().sentDate();
  }

  private QuoteDelivery delivery() {
    return delivery == null ? QuoteDelivery.NONE : delivery;
  }

  @Nullable String supersedes() {
    return supersedesId;
  }

  /** What the patient answered, if anything. */
  Optional<GivenAnswer> answer() {
    return Optional.ofNullable(given);
  }

  /** What its amounts are in: the currency of its cart. */
  Currency currency() {
    return currency;
  }

  /** To whom it is sold, and on which terms. */
  Sale sale() {
    return new Sale(currency, patientId, patientLocation, terms);
  }

  LineItems items() {
    return new LineItems(lines, figures);
  }

  Cents total() {
    return new Cents(figures.total());
  }

  /** The status at a moment: one whose validity has ended is expired at once. */
  QuoteStatus statusAt(Instant now) {
    return state().at(now);
  }

  /** How it stands; what may be done with it follows from that. */
  private QuoteState state() {
    return new QuoteState(status, heading.validity(), delivery().waits(), given);
  }

  /** What is in it; what may be done with that follows from it. */
  private QuoteGoods goods() {
    return new QuoteGoods(items());
  }

  /** Takes in the lines that were read for it. */
  void takeIn(List<StoredQuoteLine> read) {
    storedLines = List.copyOf(read);
    lines = read.stream().map(StoredQuoteLine::item).toList();
  }

  /** Makes what is stored say what its lines say. */
  void store(LineStore<StoredQuoteLine> stored) {
    storedLines = stored.become(storedLines, lines);
  }

  /**
   * Changes what is said beside the lines, and the discount on all of them. Internal notes may
   * change in any status, and a request for what is so already is refused in none.
   *
   * @param newInternalNotes absent if they stay
   * @return whether it says something else now
   * @throws QuoteRefusal if anything else is to change, unless it is a draft that is not waiting to
   *     be sent
   */
  boolean change(
      QuoteHeading wanted,
      @Nullable String newInternalNotes,
      DiscountRequest discount,
      CurrentPrices prices,
      Instant now) {
    var changes = !wanted.equals(heading) || items().wouldBeChangedBy(discount);
    if (changes) {
      requireEditable(now);
    }
    var notes = newInternalNotes == null ? internalNotes : newInternalNotes;
    var news = !wanted.equals(heading) || !Objects.equals(notes, internalNotes);
    if (news) {
      updatedDate = now;
    }
    heading = wanted;
    internalNotes = notes;
    if (state().isEditable(now)) {
      news |= become(items().discounted(discount, prices), now);
    }
    return news;
  }

  /** The line a client means; see {@link QuoteGoods#line}. */
  LineItem line(String itemId) {
    return goods().line(itemId);
  }

  /** Adds a line at the end. */
  boolean add(NewLine wanted, CurrentPrices prices, Instant now) {
    requireEditable(now);
    return become(goods().with(wanted, prices, now), now);
  }

  /** Changes one line; whatever the request leaves out stays. */
  boolean change(LineItem line, LineChange change, CurrentPrices prices, Instant now) {
    requireEditable(now);
    return become(goods().with(line, change, prices, now), now);
  }

  /** Takes a line off. */
  boolean remove(LineItem line, CurrentPrices prices, Instant now) {
    requireEditable(now);
    return become(goods().without(line, prices, now), now);
  }

  private boolean become(LineItems next, Instant now) {
    var news = !next.sayTheSameAs(items());
    if (news) {
      updatedDate = now;
    }
    lines = next.lines();
    figures = next.figures();
    return news;
  }

  /** Waits to be sent at a later time; until then it is locked as if it were sent. */
  void schedule(SendMethod method, @Nullable String message, Instant due, Instant now) {
    requireSendable(now);
    delivery = delivery().schedule(method, message, due);
    if (status == QuoteStatus.DRAFT) {
      updatedDate = now;
    }
  }

  /** The sending that it waits for, if it waits for one. */
  Optional<QuoteDelivery.Scheduled> waiting() {
    return Optional.ofNullable(delivery().scheduled());
  }

  /** Takes the sending that is due, if one is, so that it is not done twice. */
  Optional<QuoteDelivery.Scheduled> takeDue(Instant now) {
    var due = delivery().due(now);
    if (due != null) {
      delivery = delivery().cancel();
    }
    return Optional.ofNullable(due);
  }

  /**
   * Goes to the patient; sending it again moves nothing.
   *
   * @throws QuoteRefusal if it has no lines, or is neither a draft nor with the patient
   */
  void send(Instant now) {
    requireSendable(now);
    if (status == QuoteStatus.DRAFT) {
      move(QuoteStatus.SENT, now);
      delivery = delivery().sent(now);
    } else {
      delivery = delivery().cancel();
    }
  }

  /**
   * Refuses to go on if its cart is another patient's by now or nobody's, or a draft order that is
   * sold otherwise. Other goods and another coupon are nothing to it: it has its own.
   */
  void requireCart(QuotableCart cart) {
    if (cart.patientId() == null) {
      throw QuoteRefusal.draftOrderWithoutCustomer();
    }
    if (!patientId.equals(cart.patientId())) {
      throw QuoteRefusal.cartChangedHands();
    }
    if (!Objects.equals(withoutCoupon(cart.sale().terms()), withoutCoupon(terms))
        || !Objects.equals(cart.feeItemId(), goods().feeItemId())) {
      throw QuoteRefusal.draftOrderSoldOtherwise();
    }
  }

  private static @Nullable SaleTerms withoutCoupon(@Nullable SaleTerms sale) {
    return sale == null ? null : sale.under(null);
  }

  /** Goes to another place, which decides none of its figures. */
  void goTo(TaxPlace place) {
    terms = sale().at(place).terms();
  }

  /** Refuses to go on unless it can be sent. */
  void requireSendable(Instant now) {
    state().requireSendable(now);
    goods().requireAny();
  }

  /**
   * Comes back from the patient, or from waiting to be sent, to be edited.
   *
   * @return whether it was with the patient
   */
  boolean withdraw(Instant now) {
    state().requireWithdrawable(now);
    var wasWithPatient = statusAt(now).isWithPatient();
    delivery = delivery().cancel();
    updatedDate = now;
    if (wasWithPatient) {
      move(QuoteStatus.DRAFT, now);
    }
    return wasWithPatient;
  }

  /**
   * Is looked at by the patient; only the first time counts.
   *
   * @return whether that was news
   */
  boolean view(Instant now) {
    if (statusAt(now) != QuoteStatus.SENT) {
      return false;
    }
    move(QuoteStatus.VIEWED, now);
    delivery = delivery().viewed(now);
    return true;
  }

  /**
   * Takes the patient's answer, which is final. The same answer again changes nothing.
   *
   * @return whether that was news
   * @throws QuoteRefusal if it was answered otherwise, or cannot be answered
   */
  boolean answer(
      boolean accepts,
      @Nullable String message,
      @Nullable String preferredPaymentMethodId,
      Instant now) {
    if (!mayAnswer(accepts, now)) {
      return false;
    }
    var wanted = accepts ? QuoteStatus.ACCEPTED : QuoteStatus.DECLINED;
    move(wanted, now);
    given = new GivenAnswer(wanted, message, preferredPaymentMethodId, now);
    delivery = delivery().cancel();
    return true;
  }

  /**
   * Whether this answer would be news.
   *
   * @throws QuoteRefusal if it was answered otherwise, or cannot be answered
   */
  boolean mayAnswer(boolean accepts, Instant now) {
    return state().mayBeAnswered(accepts, now);
  }

  /**
   * Refuses to go on unless it is accepted and there is no charge of it.
   *
   * @throws QuoteRefusal that names the charge, if there is one
   */
  void requireConvertible(Instant now) {
    if (convertedChargeId != null) {
      throw QuoteRefusal.convertedAlready(convertedChargeId);
    }
    if (terms != null) {
      throw QuoteRefusal.isOfDraftOrder();
    }
    requirePlaceable(now);
  }

  /**
   * Refuses to go on unless it is accepted.
   *
   * @throws QuoteRefusal that says what to do instead
   */
  void requirePlaceable(Instant now) {
    state().requireAccepted(now);
  }

  /** Becomes a charge, which is what counts from now on. */
  void convert(String chargeId, Instant now) {
    move(QuoteStatus.CONVERTED, now);
    convertedChargeId = chargeId;
  }

  /**
   * Ends because a newer quote takes its place, if it was still open.
   *
   * @return whether it was
   * @throws QuoteRefusal if it was accepted meanwhile
   */
  boolean giveWay(Instant now) {
    state().requireReplaceable(now);
    if (!status.mayBecome(QuoteStatus.EXPIRED)) {
      return false;
    }
    delivery = delivery().cancel();
    move(QuoteStatus.EXPIRED, now);
    return true;
  }

  /**
   * Is stored as expired, if its validity has ended. Time passing is no change of the quote. A
   * sending that it still waited for is not forgotten: it fails at its time, and somebody is told.
   *
   * @return whether that was news
   */
  boolean runOut(Instant now) {
    if (!heading.validity().runsOut(status, now)) {
      return false;
    }
    status = QuoteStatus.EXPIRED;
    return true;
  }

  /** Refuses to go on unless it is with the patient, was declined or has expired. */
  void requireRevisable(Instant now) {
    state().requireRevisable(now);
  }

  /** Refuses to go on unless it is a draft that is not waiting to be sent. */
  void requireEditable(Instant now) {
    state().requireEditable(now);
  }

  /** The one place where somebody changes the status; time's is {@link #runOut}. */
  private void move(QuoteStatus next, Instant now) {
    state().requireMove(next);
    status = next;
    updatedDate = now;
  }
}

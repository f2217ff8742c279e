package org.cartwright.carts;

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
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.api.ConvertCartToChargeRequest;
import org.cartwright.carts.quoting.BilledLines;
import org.cartwright.carts.quoting.QuotableCart;
import org.cartwright.carts.state.CartGoods;
import org.cartwright.carts.state.CartHeading;
import org.cartwright.carts.state.CartHold;
import org.cartwright.carts.state.CartRefusal;
import org.cartwright.carts.state.CartState;
import org.cartwright.charges.bill.Bill;
import org.cartwright.charges.bill.BillSource;
import org.cartwright.lines.CurrentPrices;
import org.cartwright.lines.GoodsWish;
import org.cartwright.lines.LineChange;
import org.cartwright.lines.LineItem;
import org.cartwright.lines.LineItems;
import org.cartwright.lines.NewLine;
import org.cartwright.lines.Product;
import org.cartwright.lines.Sale;
import org.cartwright.lines.SaleTerms;
import org.cartwright.lines.figures.TotalFigures;
import org.cartwright.lines.stored.LineStore;
import org.cartwright.patients.PatientRows;
import org.cartwright.pricing.DiscountRequest;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.taxes.TaxPlace;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * A cart: decides what may change in it, and is priced anew by every change. Only a draft changes;
 * whatever else is asked of it is a {@link CartRefusal}.
 *
 * <p>Its lines are values while it decides; {@link CartBook} reads and stores them with it, and
 * announces what it says has happened to it.
 */
@Entity
@SQLRestriction(CurrentTenant.ROWS)
@SuppressWarnings("UnusedVariable") // what is only served is read by CartReader
class Cart {

  @Id private String id;
  @TenantId private String tenantId;
  @Version private long version;

  /** Who buys; a draft order may not know yet. */
  private @Nullable String patientId;

  private @Nullable String creatorId;

  @Enumerated(EnumType.STRING)
  private CartStatus status;

  private @Nullable String notes;
  private @Nullable Instant expiresDate;

  /** What its amounts are in: the currency it was opened in, or its market's. */
  private Currency currency;

  /** On which terms a market sells it; one without a market has none. */
  private @Nullable SaleTerms terms;

  private TotalFigures figures;

  /** The hold of the quote that was sent or waits for that, or was accepted; it may have ended. */
  private @Nullable CartHold hold;

  private @Nullable String convertedChargeId;

  /** Until when stock is held for it; what is held itself is no matter of carts. */
  private @Nullable Instant reservedUntil;

  private Instant createdDate;
  private Instant updatedDate;
  private @Nullable Instant archivedDate;

  /** When its patient was erased. */
  @Column(insertable = false, updatable = false)
  private @Nullable Instant erasedDate;

  /** Where the patient is at home, read with the lock; decides which taxes apply. */
  @Formula(PatientRows.PRIMARY_LOCATION)
  private @Nullable String patientLocation;

  /** What else there is of its quotes, in case that the one that holds it has run out. */
  @Formula(
      "case when quote_id is not null then cart_other_quote(tenant_id, id, quote_valid_until, cartwright_now()) end")
  @Enumerated(EnumType.STRING)
  private CartHold.@Nullable Other otherQuote;

  @Transient private List<StoredCartLine> storedLines = List.of();
  @Transient private List<LineItem> lines = List.of();

  /** What has happened to it and was not announced yet. */
  @Transient private final CartNews news = new CartNews();

  @NullUnmarked
  protected Cart() {}

  /** A new, empty draft. */
  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  Cart(String id, Sale sale, @Nullable String creatorId, Instant now) {
    this.id = id;
    this.creatorId = creatorId;
    patientId = sale.patientId();
    patientLocation = sale.patientLocation();
    currency = sale.currency();
    terms = sale.terms();
    status = CartStatus.DRAFT;
    figures = TotalFigures.NONE;
    createdDate = now;
    updatedDate = now;
    news.happened(CartEvent.Type.CREATED);
  }

  /** When its patient was erased, if they were. */
  @Nullable Instant erasedDate() {
    return erasedDate;
  }

  String id() {
    return id;
  }

  /** Who buys: asked only of a cart that {@linkplain #hasCustomer has somebody}. */
  String patientId() {
    return Objects.requireNonNull(patientId);
  }

  /** Whether somebody buys; a draft order may not know who yet. */
  boolean hasCustomer() {
    return patientId != null;
  }

  /** To whom it is sold, and on which terms. */
  Sale sale() {
    return new Sale(currency, patientId, patientLocation, terms);
  }

  /** Whether it is a draft order: one that is sold in a market. */
  boolean isDraftOrder() {
    return terms != null;
  }

  @Nullable String creatorId() {
    return creatorId;
  }

  @Nullable String patientLocation() {
    return patientLocation;
  }

  @Nullable Instant expiresDate() {
    return expiresDate;
  }

  LineItems items() {
    return new LineItems(lines, figures);
  }

  @Nullable String quoteId() {
    return hold == null ? null : hold.quoteId();
  }

  /** How it stands; what may be done with it follows from that. */
  private CartState state() {
    return new CartState(status, expiresDate, hold, otherQuote);
  }

  /** What is on it; what may be done with that follows from it. */
  private CartGoods goods() {
    return new CartGoods(items());
  }

  /** What has happened to it since it was read or last asked, in that order. */
  List<CartEvent.Type> takeNews() {
    return news.take();
  }

  private void changed(Instant now) {
    updatedDate = now;
    news.changed();
  }

  /** Takes in the lines that were read for it. */
  void takeIn(List<StoredCartLine> read) {
    storedLines = List.copyOf(read);
    lines = read.stream().map(StoredCartLine::item).toList();
  }

  /** Makes what is stored say what its lines say. */
  void store(LineStore<StoredCartLine> stored) {
    storedLines = stored.become(storedLines, lines);
  }

  /** Replaces everything a draft holds; what was served of its fee may be sent back. */
  void replace(
      CartHeading heading,
      DiscountRequest discount,
      List<NewLine> wanted,
      CurrentPrices prices,
      Instant now) {
    requireDraft(now);
    if (isDraftOrder() && !heading.patientId().equals(patientId)) {
      throw CartRefusal.customerOfDraftOrder();
    }
    var before = heading();
    patientId = heading.patientId();
    patientLocation = heading.patientLocation();
    creatorId = heading.creatorId();
    notes = heading.notes();
    expiresDate = heading.expiresDate();
    become(goods().replacedAsServed(wanted, discount, prices, now), now);
    if (!before.equals(heading())) {
      changed(now);
    }
  }

  private CartHeading heading() {
    return new CartHeading(patientId(), null, creatorId, notes, expiresDate);
  }

  /** Expires at another moment, or never. */
  void expire(@Nullable Instant expires, Instant now) {
    requireDraft(now);
    expiresDate = expires;
    changed(now);
  }

  /**
   * Something that is known of it elsewhere, and decides no price, has changed.
   *
   * @throws CartRefusal unless it is a draft, or was accepted
   */
  void touch(Instant now) {
    state().requireOpen(now);
    changed(now);
  }

  /** See {@link DraftCart#goTo}. */
  void goTo(TaxPlace place) {
    terms = sale().at(place).terms();
  }

  /** Is emptied and archived, to be taken out of the database. */
  void erase(Instant now) {
    archive(now);
    lines = List.of();
    figures = TotalFigures.NONE;
    notes = null;
  }

  /** Adds a line at the end. */
  void add(NewLine wanted, CurrentPrices prices, Instant now) {
    requireDraft(now);
    become(goods().with(wanted, prices, now), now);
  }

  /** Changes one line; whatever the request leaves out stays. */
  void change(String lineId, LineChange change, CurrentPrices prices, Instant now) {
    requireDraft(now);
    become(goods().with(lineId, change, prices, now), now);
  }

  /** Takes a line off. */
  void remove(String lineId, CurrentPrices prices, Instant now) {
    requireDraft(now);
    become(goods().without(lineId, prices, now), now);
  }

  /**
   * Is sold to somebody else, or on other terms, from now on, with what is wanted of its goods:
   * explicit prices stay, all others are looked up.
   *
   * @param isConfirmed whether amounts that somebody named are meant in another currency, too
   * @throws CartRefusal unless it is a draft that no quote holds; or if amounts stay that were
   *     named in another currency, and that is not confirmed
   */
  void sell(Sale next, GoodsWish wish, CurrentPrices prices, boolean isConfirmed, Instant now) {
    requireDraft(now);
    var before = sale();
    var after = goods().pricedAnew(wish, prices, now);
    if (!isConfirmed) {
      goods().requireSellableIn(next.currency(), currency, after);
    }
    patientId = next.patientId();
    patientLocation = next.patientLocation();
    currency = next.currency();
    terms = next.terms();
    become(after, now);
    if (!before.equals(sale())) {
      changed(now);
    }
  }

  /** Holds what is wanted of its goods. */
  void become(GoodsWish wish, CurrentPrices prices, Instant now) {
    requireDraft(now);
    become(goods().changedBy(wish, prices, now), now);
  }

  /** Has another fee as its last line, or none. */
  void changeFee(@Nullable Product fee, CurrentPrices prices, Instant now) {
    requireDraft(now);
    become(goods().withFee(fee, prices, now), now);
  }

  /**
   * Makes an empty draft hold the same as another cart, at today's prices; for another patient
   * without any notes, which were made about the first.
   */
  void copy(Cart other, CurrentPrices prices, Instant now) {
    copy(other, other.items().atTodaysPrices(prices).copied(now).underNewIds(), true, now);
  }

  /** Makes an empty draft hold these lines, with another cart's notes if it is its patient's. */
  void copy(Cart other, LineItems items, Instant now) {
    copy(other, items, false, now);
  }

  private void copy(Cart other, LineItems items, boolean isAtTodaysPrices, Instant now) {
    requireDraft(now);
    var isSamePatients = Objects.equals(patientId, other.patientId);
    notes = isSamePatients ? other.notes : null;
    if (other.isDraftOrder()) {
      news.copied(new CartEvent.Copy(other.id, isAtTodaysPrices));
    }
    become(isSamePatients ? items : items.withoutNotes(), now);
  }

  /** The line with this id; a line of another cart is no line of this one. */
  LineItem line(String lineId) {
    return goods().line(lineId);
  }

  /** Takes over lines with their figures; the one way in which figures change. */
  private void become(LineItems next, Instant now) {
    if (!next.sayTheSameAs(items())) {
      changed(now);
    }
    lines = next.lines();
    figures = next.figures();
  }

  /** Does what a status in a full request asks for before the rest is applied. */
  void reopenIfAsked(@Nullable CartStatus asked, Instant now) {
    if (state().isReopenedBy(asked, now)) {
      move(CartStatus.DRAFT, now);
    }
  }

  /** Does what a status in a full request asks for once the rest is applied. */
  void abandonIfAsked(@Nullable CartStatus asked, Instant now) {
    if (asked == CartStatus.ABANDONED && status == CartStatus.DRAFT) {
      state().requireFree(now);
      move(CartStatus.ABANDONED, now);
    }
  }

  /**
   * What the patient is to be charged: the figures as they were last priced, copied line by line.
   *
   * @throws CartRefusal unless the cart is a draft that no quote holds, and there is something on
   *     it
   */
  Bill bill(ConvertCartToChargeRequest wanted, Instant now) {
    if (isDraftOrder() && convertedChargeId == null) {
      throw CartRefusal.isDraftOrder();
    }
    return billPlaced(wanted, now);
  }

  /**
   * The same of a draft order that is placed.
   *
   * @throws CartRefusal unless the cart is a draft that no quote holds, and there is something on
   *     it
   */
  Bill billPlaced(ConvertCartToChargeRequest wanted, Instant now) {
    if (convertedChargeId != null) {
      throw CartRefusal.convertedAlready(convertedChargeId);
    }
    state().requireConvertible(now);
    if (items().goods().isEmpty()) {
      throw CartRefusal.empty();
    }
    return new Bill(
        new BillSource("CART", id),
        patientId(),
        creatorId,
        wanted.description(),
        wanted.externalId(),
        wanted.locationId(),
        wanted.eventId(),
        currency,
        sale().taxMode(),
        new Cents(figures.total()),
        BilledLines.of(lines));
  }

  /** The accepted quote, which is what to convert instead of the cart. */
  Optional<String> acceptedQuote(Instant now) {
    return state().acceptedQuote(now);
  }

  /** See {@link QuotableCart#convert}. */
  void convert(String chargeId, Instant now) {
    move(CartStatus.CONVERTED, now);
    convertedChargeId = chargeId;
  }

  /** See {@link QuotableCart#quote}. */
  void quote(@Nullable String replaced, Instant now) {
    requireQuotable(null, replaced, now);
    if (items().lackAPrice()) {
      throw CartRefusal.notSoldInItsMarket();
    }
    changed(now);
  }

  /** See {@link QuotableCart#openUntil}. */
  @Nullable Instant openUntil(String quote, Instant now) {
    return state().openUntil(quote, now);
  }

  /** See {@link QuotableCart#isLeftBy}. */
  boolean isLeftBy(String quote, Instant now) {
    return state().isLeftBy(quote, now);
  }

  /** See {@link QuotableCart#keepFor}. */
  void keepFor(
      String waiting, @Nullable String replaced, @Nullable Instant validUntil, Instant now) {
    requireQuotable(waiting, replaced, now);
    if (state().passesTo(waiting, now)) {
      passTo(waiting, validUntil, now);
    }
  }

  /** See {@link QuotableCart#passTo}. */
  void passTo(String waiting, @Nullable Instant validUntil, Instant now) {
    hold = new CartHold(waiting, validUntil);
    changed(now);
  }

  /** See {@link QuotableCart#hold}. */
  void hold(String quote, @Nullable String replaced, @Nullable Instant validUntil, Instant now) {
    requireQuotable(quote, replaced, now);
    passTo(quote, validUntil, now);
  }

  /** See {@link QuotableCart#release}. */
  void release(Instant now) {
    expiresDate = state().expiryOnceFree(now);
    hold = null;
    changed(now);
  }

  /** See {@link QuotableCart#accept}. */
  void accept(Instant now) {
    move(CartStatus.ACCEPTED, now);
  }

  /** See {@link QuotableCart#reject}. */
  void reject(Instant now) {
    move(CartStatus.REJECTED, now);
  }

  private void requireQuotable(@Nullable String quote, @Nullable String replaced, Instant now) {
    if (archivedDate != null) {
      throw CartRefusal.deleted();
    }
    state().requireQuotable(quote, replaced, now);
  }

  /** See {@link DraftCart#reserve}. */
  void reserve(Instant until, Instant now) {
    state().requireOpen(now);
    if (!until.equals(reservedUntil)) {
      touch(now);
      reservedUntil = until;
    }
  }

  /** See {@link DraftCart#releaseStock}. */
  void releaseStock(Instant now) {
    if (reservedUntil != null) {
      touch(now);
      endReservation();
    }
  }

  @Nullable Instant reservedUntil() {
    return reservedUntil;
  }

  private void endReservation() {
    if (reservedUntil != null) {
      news.reservationEnded(reservedUntil);
      reservedUntil = null;
    }
  }

  /** Whether stock is held for it at a moment, or was until what is news. */
  boolean wasReserved(Instant now) {
    return news.wasReserved(reservedUntil, now);
  }

  /** The draft order of which it was made as a copy, if it was just made so. */
  CartEvent.@Nullable Copy madeAsCopy() {
    return news.copy();
  }

  /** Takes the cart out of every read; its history is kept. */
  void archive(Instant now) {
    state().requireDeletable(now);
    endReservation();
    archivedDate = now;
    updatedDate = now;
    news.happened(CartEvent.Type.DELETED);
  }

  /** Whether what is on it can change: it is a draft that no quote holds. */
  boolean isChangeable(Instant now) {
    return state().isChangeable(now);
  }

  /** Refuses to go on unless the cart is a draft that no quote holds. */
  void requireDraft(Instant now) {
    if (isDraftOrder() && statusAt(now) == CartStatus.ACCEPTED) {
      throw CartRefusal.acceptedDraftOrder();
    }
    state().requireDraft(now);
  }

  /** The status at a moment. */
  CartStatus statusAt(Instant now) {
    return state().at(now);
  }

  /** The one place where the status changes. */
  private void move(CartStatus next, Instant now) {
    state().requireMove(next);
    status = next;
    updatedDate = now;
    news.happened(CartEvent.Type.of(next));
    if (next != CartStatus.ACCEPTED) {
      hold = null;
      endReservation();
    }
  }
}

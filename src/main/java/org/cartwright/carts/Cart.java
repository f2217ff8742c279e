package org.cartwright.carts;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.cartwright.charges.Bill;
import org.cartwright.charges.BillSource;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.cartwright.pricing.Cents;
import org.cartwright.pricing.Discount;
import org.cartwright.pricing.DiscountRequest;
import org.cartwright.pricing.PricedDocument;
import org.cartwright.pricing.Pricing;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * A cart: decides what may change in it, and is priced anew by every change. Only a draft changes;
 * whatever else is asked of it is a {@link CartRefusal}.
 *
 * <p>Its lines are not mapped: they are read and stored as a whole by {@link CartLines}, one
 * statement each.
 */
@Entity
@SuppressWarnings("UnusedVariable") // what is only served is read by the view cart_document
class Cart {

  @Id private String id;
  @TenantId private String tenantId;
  @Version private long version;
  private String patientId;
  private @Nullable String creatorId;

  @Enumerated(EnumType.STRING)
  private CartStatus status;

  private @Nullable String notes;
  private @Nullable Instant expiresDate;

  @Enumerated(EnumType.STRING)
  private Discount.Kind discountKind;

  private BigDecimal discountValue;
  private long subtotal;
  private long discountAmount;
  private long taxAmount;
  private long total;
  private @Nullable String convertedChargeId;
  private Instant createdDate;
  private Instant updatedDate;
  private @Nullable Instant archivedDate;

  /** Where the patient is at home, read with the lock; decides which taxes apply. */
  @Formula(
      "(select p.primary_location_id from patient p where p.tenant_id = tenant_id and p.id = patient_id)")
  private @Nullable String patientLocation;

  @Transient private List<CartLine> lines = List.of();

  @NullUnmarked
  protected Cart() {}

  /** A new, empty draft. */
  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  Cart(
      String id,
      String patientId,
      @Nullable String patientLocation,
      @Nullable String creatorId,
      Instant now) {
    this.id = id;
    this.patientId = patientId;
    this.patientLocation = patientLocation;
    this.creatorId = creatorId;
    status = CartStatus.DRAFT;
    discountKind = Discount.Kind.NONE;
    discountValue = BigDecimal.ZERO;
    createdDate = now;
    updatedDate = now;
  }

  String id() {
    return id;
  }

  String patientId() {
    return patientId;
  }

  @Nullable String creatorId() {
    return creatorId;
  }

  @Nullable String patientLocation() {
    return patientLocation;
  }

  CartStatus status() {
    return status;
  }

  @Nullable String notes() {
    return notes;
  }

  @Nullable Instant expiresDate() {
    return expiresDate;
  }

  List<CartLine> lines() {
    return lines;
  }

  Discount discount() {
    return Discount.of(discountKind, discountValue);
  }

  Cents subtotal() {
    return new Cents(subtotal);
  }

  Cents discountAmount() {
    return new Cents(discountAmount);
  }

  Cents taxAmount() {
    return new Cents(taxAmount);
  }

  Cents total() {
    return new Cents(total);
  }

  /** Takes in the lines that were read for it. */
  void holds(List<CartLine> read) {
    lines = List.copyOf(read);
  }

  /** What a full request says about the cart beside its lines; who and when were checked before. */
  record Heading(
      String patientId,
      @Nullable String patientLocation,
      @Nullable String creatorId,
      @Nullable String notes,
      @Nullable Instant expiresDate) {}

  /**
   * Replaces everything a draft holds. The k-th line sent for a product is the k-th present line of
   * it, so ids that clients hold stay valid; lines are kept in the order sent.
   */
  void replace(
      Heading heading,
      DiscountRequest discount,
      List<CartItemCreate> wanted,
      Prices prices,
      Instant now) {
    requireDraft(now);
    var before = heading();
    patientId = heading.patientId();
    patientLocation = heading.patientLocation();
    creatorId = heading.creatorId();
    notes = heading.notes();
    expiresDate = heading.expiresDate();
    var present = new HashMap<Product, List<CartLine>>();
    lines.forEach(
        line -> present.computeIfAbsent(line.product(), p -> new ArrayList<>()).add(line));
    var next = new ArrayList<CartLine>();
    var sums = new Sums();
    for (int i = 0; i < wanted.size(); i++) {
      var item = wanted.get(i);
      var same = present.getOrDefault(item.product(), List.of());
      var line = same.isEmpty() ? null : same.removeFirst();
      sums.of(
              () -> line == null ? added(item, prices, now) : replaced(line, item, prices, now),
              "items",
              i)
          .ifPresent(next::add);
    }
    sums.requireDone();
    become(next, subtotal -> discount.replace(discount(), discountAmount(), subtotal), prices, now);
    if (!before.equals(heading())) {
      updatedDate = now;
    }
  }

  private Heading heading() {
    return new Heading(patientId, null, creatorId, notes, expiresDate);
  }

  /** Adds a line at the end. */
  void add(CartItemCreate item, Prices prices, Instant now) {
    requireDraft(now);
    if (lines.size() >= Pricing.MAX_LINES) {
      throw CartRefusal.full();
    }
    var next = new ArrayList<>(lines);
    next.add(added(item, prices, now));
    become(next, subtotal -> discount(), prices, now);
  }

  /** Changes one line; whatever the request leaves out stays. */
  void change(String lineId, CartItemUpdate update, Prices prices, Instant now) {
    requireDraft(now);
    var line = line(lineId);
    var changed =
        line.wanted(
            update.quantity() == null
                ? line.quantity()
                : new org.cartwright.pricing.Quantity(update.quantity()),
            update.unitPrice() == null ? line.unitPrice() : new Cents(update.unitPrice()),
            CartLine.DiscountWanted.updating(update.discount()),
            update.notes() == null ? line.notes() : update.notes(),
            prices.offer(line.product()),
            now);
    become(
        lines.stream().map(l -> l.id().equals(lineId) ? changed : l).toList(),
        subtotal -> discount(),
        prices,
        now);
  }

  /** Takes a line off. */
  void remove(String lineId, Prices prices, Instant now) {
    requireDraft(now);
    line(lineId);
    become(
        lines.stream().filter(l -> !l.id().equals(lineId)).toList(),
        subtotal -> discount(),
        prices,
        now);
  }

  /**
   * Makes an empty draft hold the same as another cart: explicit prices kept, the others as the
   * catalog has them today.
   */
  void copy(Cart other, Prices prices, Instant now) {
    requireDraft(now);
    notes = other.notes;
    var next = other.lines.stream().map(line -> copied(line, prices, now)).toList();
    become(next, subtotal -> other.discount(), prices, now);
  }

  private static CartLine copied(CartLine line, Prices prices, Instant now) {
    var today = prices.offer(line.product());
    var keeps =
        line.priceSource() == org.cartwright.pricing.PriceSource.EXPLICIT || today.archived();
    return new CartLine(
        Ids.next("line"),
        line.product(),
        today.archived() ? line.name() : today.name(),
        line.quantity(),
        keeps ? line.unitPrice() : today.price(),
        line.priceSource(),
        line.discount(),
        line.notes(),
        LineFigures.UNPRICED,
        now,
        now);
  }

  private static CartLine added(CartItemCreate item, Prices prices, Instant now) {
    var today = prices.offer(item.product());
    var price = item.price() == null ? today.price() : Objects.requireNonNull(item.price());
    var quantity = item.howMany();
    return new CartLine(
        Ids.next("line"),
        item.product(),
        today.name(),
        quantity,
        price,
        item.price() == null
            ? org.cartwright.pricing.PriceSource.CATALOG
            : org.cartwright.pricing.PriceSource.EXPLICIT,
        item.discount().create(price.times(quantity)),
        item.notes(),
        LineFigures.UNPRICED,
        now,
        now);
  }

  private static CartLine replaced(CartLine line, CartItemCreate item, Prices prices, Instant now) {
    return line.wanted(
        item.howMany(),
        item.price(),
        CartLine.DiscountWanted.replacing(item.discount()),
        item.notes(),
        prices.offer(item.product()),
        now);
  }

  /** The line with this id; a line of another cart is no line of this one. */
  CartLine line(String lineId) {
    return lines.stream()
        .filter(l -> l.id().equals(lineId))
        .findFirst()
        .orElseThrow(() -> Missing.a("Cart item"));
  }

  /**
   * Prices the given lines with today's taxes and takes them over; the one way in which figures
   * change.
   */
  private void become(List<CartLine> next, UnaryDiscount discountOn, Prices prices, Instant now) {
    var drafts = next.stream().map(l -> l.line(prices.basis(l.product()))).toList();
    var discount = discountOn.resolve(Pricing.subtotal(drafts));
    var priced = Pricing.price(drafts, discount, prices.taxes(), patientLocation);
    var after = new ArrayList<CartLine>();
    for (int i = 0; i < next.size(); i++) {
      after.add(next.get(i).priced(LineFigures.of(priced.lines().get(i))));
    }
    if (!after.equals(lines) || !discount.equals(discount())) {
      updatedDate = now;
    }
    lines = List.copyOf(after);
    take(discount, priced);
  }

  /** What becomes of the cart's discount, given the subtotal. */
  private interface UnaryDiscount {
    Discount resolve(Cents subtotal);
  }

  private void take(Discount discount, PricedDocument priced) {
    discountKind = discount.kind();
    discountValue = discount.value();
    subtotal = priced.subtotal().value();
    discountAmount = priced.discountAmount().value();
    taxAmount = priced.taxAmount().value();
    total = priced.total().value();
  }

  /** Does what a status in a full request asks for before the rest is applied. */
  void reopenIfAsked(@Nullable CartStatus asked, Instant now) {
    var present = status.at(now, expiresDate);
    if (asked == null || asked == present) {
      return;
    }
    if (asked == CartStatus.DRAFT && present == CartStatus.ABANDONED) {
      move(CartStatus.DRAFT, now);
    } else if (asked != CartStatus.ABANDONED || present != CartStatus.DRAFT) {
      throw CartRefusal.noSuchMove(present, asked);
    }
  }

  /** Does what a status in a full request asks for once the rest is applied. */
  void abandonIfAsked(@Nullable CartStatus asked, Instant now) {
    if (asked == CartStatus.ABANDONED && status == CartStatus.DRAFT) {
      move(CartStatus.ABANDONED, now);
    }
  }

  /**
   * What the patient is to be charged: the figures as they were last priced, copied line by line.
   *
   * @throws CartRefusal unless the cart is a draft or accepted, and there is something on it
   */
  Bill bill(ConvertCartToChargeRequest wanted, Instant now) {
    if (convertedChargeId != null) {
      throw CartRefusal.convertedAlready(convertedChargeId);
    }
    var present = status.at(now, expiresDate);
    if (!present.mayBecome(CartStatus.CONVERTED)) {
      throw CartRefusal.noSuchMove(present, CartStatus.CONVERTED);
    }
    if (lines.isEmpty()) {
      throw CartRefusal.empty();
    }
    return new Bill(
        new BillSource(BillSource.Kind.CART, id),
        patientId,
        creatorId,
        wanted.description(),
        wanted.externalId(),
        wanted.locationId(),
        wanted.eventId(),
        total(),
        lines.stream().map(CartLine::billed).toList());
  }

  /** Becomes a charge, which is what counts from now on. */
  void convert(String chargeId, Instant now) {
    move(CartStatus.CONVERTED, now);
    convertedChargeId = chargeId;
  }

  /** Takes the cart out of every read; its history is kept. */
  void archive(Instant now) {
    if (status == CartStatus.CONVERTED) {
      throw CartRefusal.cannotBeDeleted(status);
    }
    archivedDate = now;
    updatedDate = now;
  }

  /** Refuses to go on unless the cart is a draft. */
  void requireDraft(Instant now) {
    var present = status.at(now, expiresDate);
    if (present != CartStatus.DRAFT) {
      throw CartRefusal.notEditable(present);
    }
  }

  /** The one door through which the status changes. */
  private void move(CartStatus next, Instant now) {
    if (!status.mayBecome(next)) {
      throw CartRefusal.noSuchMove(status, next);
    }
    status = next;
    updatedDate = now;
  }
}

package org.cartwright.orders.placing;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cartwright.lines.SaleTerms;
import org.cartwright.lines.figures.TotalFigures;
import org.cartwright.orders.api.Address;
import org.cartwright.orders.api.Contact;
import org.cartwright.orders.api.FulfilmentCategory;
import org.cartwright.orders.api.PaymentMethod;
import org.cartwright.orders.api.placed.FulfilmentReport;
import org.cartwright.orders.api.placed.FulfilmentStatus;
import org.cartwright.orders.api.placed.OrderNumber;
import org.cartwright.orders.api.placed.OrderStatus;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * An order: what was agreed and what it costs never changes; the order decides what may become of
 * it. Whatever else is asked of it is an {@link OrderRefusal}.
 */
@Entity
@SQLRestriction(CurrentTenant.ROWS)
@SuppressWarnings("UnusedVariable") // what is only served is read by OrderReader
class PlacedOrder {

  @Id private String id;
  @TenantId private String tenantId;
  @Version private long version;
  private long number;
  private String cartId;
  private @Nullable String quoteId;
  private String chargeId;
  private String patientId;

  @Enumerated(EnumType.STRING)
  private OrderStatus status;

  private Currency currency;
  private SaleTerms terms;
  private TotalFigures figures;
  private int itemCount;

  @Embedded
  @EmbeddedColumnNaming("contact_%s")
  private @Nullable Contact contact;

  @Embedded
  @EmbeddedColumnNaming("shipping_%s")
  private @Nullable Address shipping;

  @Embedded
  @EmbeddedColumnNaming("billing_%s")
  private @Nullable Address billing;

  private boolean billingSameAsShipping;

  @Enumerated(EnumType.STRING)
  private FulfilmentCategory category;

  private String serviceId;
  private String serviceName;

  @Enumerated(EnumType.STRING)
  private PaymentMethod paymentMethod;

  private @Nullable String internalNote;
  private @Nullable String cancelReason;
  private Instant createdDate;
  private Instant updatedDate;
  private @Nullable Instant approvedDate;
  private @Nullable Instant cancelledDate;

  /** When its patient was erased. */
  @Column(insertable = false, updatable = false)
  private @Nullable Instant erasedDate;

  /** From the approval on. */
  @Transient private @Nullable OrderFulfilment fulfilment;

  /** What was done to it and was not announced yet. */
  @Transient private final List<News> news = new ArrayList<>();

  @NullUnmarked
  protected PlacedOrder() {}

  /** A new order, of what was sold on a draft and what was agreed beside. */
  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  PlacedOrder(
      String id, OrderNumber number, Sold sold, OrderTerms agreed, String chargeId, Instant now) {
    this.id = id;
    this.number = number.value();
    this.chargeId = chargeId;
    cartId = sold.cartId();
    quoteId = sold.quoteId();
    patientId = sold.customerId();
    currency = sold.sale().currency();
    terms = Objects.requireNonNull(sold.sale().terms()).under(sold.couponCode());
    figures = sold.items().figures();
    itemCount = sold.items().goods().size();
    status = OrderStatus.PENDING;
    contact = agreed.contact();
    shipping = agreed.shipping();
    billing = agreed.billing();
    billingSameAsShipping = agreed.billingSameAsShipping();
    category = agreed.category();
    serviceId = agreed.serviceId();
    serviceName = agreed.serviceName();
    paymentMethod = agreed.paymentMethod();
    internalNote = agreed.internalNote();
    createdDate = now;
    updatedDate = now;
    news.add(new News(OrderEvent.Type.PLACED, null));
  }

  /** Something that was done to it, and what was said of that. */
  record News(OrderEvent.Type type, @Nullable String detail) {}

  /** When its patient was erased, if they were. */
  @Nullable Instant erasedDate() {
    return erasedDate;
  }

  String id() {
    return id;
  }

  OrderNumber number() {
    return new OrderNumber(number);
  }

  String chargeId() {
    return chargeId;
  }

  String customerId() {
    return patientId;
  }

  OrderStatus status() {
    return status;
  }

  Currency currency() {
    return currency;
  }

  /** What it comes to, in the smallest unit of its currency. */
  long total() {
    return figures.total();
  }

  @Nullable OrderFulfilment fulfilment() {
    return fulfilment;
  }

  /** Takes in the record of its fulfilment, if there is one. */
  void takeIn(@Nullable OrderFulfilment read) {
    fulfilment = read;
  }

  /** What was done to it since it was read or last asked, in that order. */
  List<News> takeNews() {
    var taken = List.copyOf(news);
    news.clear();
    return taken;
  }

  /** Is accepted by the shop: its goods are made ready from now on. */
  void approve(Instant now) {
    if (status != OrderStatus.PENDING) {
      throw OrderRefusal.notApprovable(status);
    }
    move(OrderStatus.APPROVED, OrderEvent.Type.APPROVED, null, now);
    approvedDate = now;
    fulfilment = new OrderFulfilment(id, now);
  }

  /** Is taken back, as long as the shop has the goods. */
  void cancel(String reason, Instant now) {
    if (status != OrderStatus.PENDING && status != OrderStatus.APPROVED) {
      throw OrderRefusal.notCancellable(status);
    }
    if (fulfilment != null && !fulfilment.status().isWithTheShop()) {
      throw OrderRefusal.onItsWay(fulfilment.status());
    }
    move(OrderStatus.CANCELLED, OrderEvent.Type.CANCELLED, reason, now);
    cancelledDate = now;
    cancelReason = reason;
  }

  /** Takes note of what happened to its goods; once they are delivered it is fulfilled. */
  void report(FulfilmentReport report, Instant now) {
    if (status != OrderStatus.APPROVED || fulfilment == null) {
      throw OrderRefusal.notFulfilled(status);
    }
    fulfilment.report(report, category, now);
    move(
        fulfilment.status() == FulfilmentStatus.DELIVERED ? OrderStatus.FULFILLED : status,
        OrderEvent.Type.valueOf(report.type().name()),
        said(report),
        now);
  }

  private static @Nullable String said(FulfilmentReport report) {
    var words =
        Stream.of(report.carrier(), report.trackingNumber(), report.note())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? null : words;
  }

  /** The one place where the status changes. */
  private void move(OrderStatus next, OrderEvent.Type what, @Nullable String said, Instant now) {
    status = next;
    updatedDate = now;
    news.add(new News(what, said));
  }
}

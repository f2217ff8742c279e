package org.cartwright.orders.reading;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.drafts.DraftCartRow;
import org.cartwright.carts.drafts.DraftCartRows;
import org.cartwright.carts.drafts.DraftLineRow;
import org.cartwright.carts.reading.CartQuote;
import org.cartwright.carts.reading.CartQuotes;
import org.cartwright.coupons.CouponAnswer;
import org.cartwright.coupons.CouponTerms;
import org.cartwright.coupons.Coupons;
import org.cartwright.orders.api.Contact;
import org.cartwright.orders.api.DraftDetail;
import org.cartwright.orders.api.FulfilmentCategory;
import org.cartwright.orders.api.PaymentMethod;
import org.cartwright.orders.fulfilment.ServiceRows;
import org.cartwright.platform.format.MoneyFormat;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.jdbc.RoundTrip;
import org.cartwright.platform.jdbc.RowQuery;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.quotes.AcceptedDrafts;
import org.cartwright.stock.Availability;
import org.cartwright.stock.ItemAvailability;
import org.cartwright.stock.Stock;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Reads a draft from typed rows on one round trip, however much is on it, and on another how its
 * items stand in stock and what its coupon gives, if it has any. The transaction sees one moment,
 * or holds the cart's lock.
 */
@Component
class DraftReader {

  private static final KeyedQuery DRAFTS =
      KeyedQuery.of(
          """
          select d.cart_id, d.contact_name, d.contact_phone, d.contact_email,
                 d.shipping_name, d.shipping_line1, d.shipping_line2, d.shipping_city, d.shipping_region,
                 d.shipping_postal_code, d.shipping_country,
                 d.billing_name, d.billing_line1, d.billing_line2, d.billing_city, d.billing_region,
                 d.billing_postal_code, d.billing_country,
                 d.billing_same_as_shipping, d.category, d.payment_method, d.internal_note, %s
            from draft_order d %s
           where d.tenant_id = ? and d.cart_id {keys}
          """
              .formatted(ServiceRows.COLUMNS, ServiceRows.joinedTo("d")));

  private final JdbcOperations jdbc;
  private final CartQuotes cartQuotes;
  private final Tenants tenants;
  private final Clock clock;

  DraftReader(JdbcOperations jdbc, CartQuotes cartQuotes, Tenants tenants, Clock clock) {
    this.jdbc = jdbc;
    this.cartQuotes = cartQuotes;
    this.tenants = tenants;
    this.clock = clock;
  }

  /** A draft, if there is one with this id. */
  Optional<DraftDetail> read(String id) {
    var ids = List.of(id);
    var trip = new RoundTrip(jdbc);
    var carts = trip.ask(DraftCartRows.carts(ids));
    var lines = trip.ask(DraftCartRows.lines(ids));
    var quotes = trip.ask(cartQuotes.of(ids));
    var accepted = trip.ask(AcceptedDrafts.goods(ids));
    var coupons = trip.ask(AcceptedDrafts.coupons(ids));
    var drafts = trip.ask(DRAFTS.reading(CurrentTenant.id(), ids, (row, n) -> draft(row)));
    trip.make();
    return carts.rows().stream()
        .findFirst()
        .map(
            cart -> {
              var wanted = accepted(accepted.rows());
              var goods = lines.rows().stream().filter(line -> !line.isFee()).toList();
              var coupon =
                  cart.status() == CartStatus.ACCEPTED
                      ? coupons.rows().stream().findFirst().orElse(null)
                      : ofTheDraft(cart);
              var today = today(cart, goods, wanted.keySet(), coupon);
              return new ServedDraft(
                      cart,
                      lines.rows(),
                      quotes.rows().stream().map(CartQuote::id).toList(),
                      drafts.rows().stream().findFirst().orElseGet(() -> DraftRow.none(id)),
                      today.coupon(),
                      new DraftStock(goods, wanted, today.stock()),
                      new MoneyFormat(cart.market().currency(), tenants.current().locale()))
                  .detail();
            });
  }

  /** What the draft does not keep, because it is another tomorrow. */
  private record Today(@Nullable CouponNow coupon, Map<String, Availability> stock) {}

  private static Map<String, BigDecimal> accepted(List<AcceptedDrafts.Goods> goods) {
    return goods.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                AcceptedDrafts.Goods::itemId, AcceptedDrafts.Goods::quantity));
  }

  private static AcceptedDrafts.@Nullable Coupon ofTheDraft(DraftCartRow cart) {
    return cart.couponCode() == null
        ? null
        : new AcceptedDrafts.Coupon(cart.couponCode(), cart.couponAmount());
  }

  /**
   * How its goods stand, and its coupon.
   *
   * @param told the coupon that it is to be placed with, and what it takes off
   */
  private Today today(
      DraftCartRow cart,
      List<DraftLineRow> goods,
      Set<String> accepted,
      AcceptedDrafts.@Nullable Coupon told) {
    var items =
        Stream.concat(
                accepted.stream(),
                goods.stream().map(line -> line.line().itemId()).filter(Objects::nonNull))
            .collect(Collectors.toUnmodifiableSet());
    var trip = new RoundTrip(jdbc);
    // What is held for the draft itself is not held for others.
    var stock = items.isEmpty() ? null : trip.ask(Stock.availability(items, cart.id()));
    var coupon = told == null ? null : trip.ask(terms(cart, told.code()));
    trip.make();
    return new Today(
        told == null || coupon == null
            ? null
            : now(
                told, coupon.rows().stream().findFirst().orElse(CouponAnswer.UNKNOWN), cart, goods),
        stock == null ? Map.of() : ItemAvailability.byItem(stock.rows()));
  }

  private RowQuery<CouponAnswer> terms(DraftCartRow cart, String code) {
    var customer = cart.customer() == null ? null : cart.customer().id();
    return Coupons.termsOf(code, cart.market().currency(), customer, clock.instant());
  }

  private static CouponNow now(
      AcceptedDrafts.Coupon told,
      CouponAnswer answer,
      DraftCartRow cart,
      List<DraftLineRow> goods) {
    if (answer instanceof CouponAnswer.Refused refused) {
      return new CouponNow(told.code(), told.amount(), refused.reason(), 0);
    }
    if (cart.status() == CartStatus.ACCEPTED) {
      return new CouponNow(told.code(), told.amount(), null, told.amount());
    }
    var terms = (CouponTerms) answer;
    var worth = new Cents(cart.subtotal() - cart.fee());
    var covered = goods.stream().filter(line -> covers(terms, line)).toList();
    var left = covered.stream().mapToLong(line -> line.line().totalPrice() - line.share()).sum();
    return new CouponNow(
        told.code(),
        told.amount(),
        terms.refuses(worth, !covered.isEmpty()).orElse(null),
        terms.coupon().on(worth, new Cents(left)).value());
  }

  private static boolean covers(CouponTerms terms, DraftLineRow row) {
    var item = row.line().item();
    return item == null ? terms.coversAll() : terms.covers(item.id(), item.category());
  }

  private static DraftRow draft(ResultSet row) throws SQLException {
    return new DraftRow(
        Objects.requireNonNull(row.getString("cart_id")),
        new Contact(
            row.getString("contact_name"),
            row.getString("contact_phone"),
            row.getString("contact_email")),
        ServiceRows.address(row, "shipping"),
        ServiceRows.address(row, "billing"),
        row.getBoolean("billing_same_as_shipping"),
        Columns.nameOrNull(row, "category", FulfilmentCategory.class),
        ServiceRows.read(row),
        Columns.nameOrNull(row, "payment_method", PaymentMethod.class),
        row.getString("internal_note"));
  }
}

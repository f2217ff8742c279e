package org.cartwright.orders.placing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cartwright.carts.DraftCart;
import org.cartwright.carts.DraftCarts;
import org.cartwright.charges.Charges;
import org.cartwright.charges.bill.BillSource;
import org.cartwright.coupons.CouponReason;
import org.cartwright.coupons.Coupons;
import org.cartwright.orders.Drafts;
import org.cartwright.orders.api.Blocker;
import org.cartwright.orders.api.BlockerCode;
import org.cartwright.orders.api.DraftDetail;
import org.cartwright.orders.api.placed.OrderDetail;
import org.cartwright.orders.api.placed.PlaceRequest;
import org.cartwright.orders.reading.DraftQueries;
import org.cartwright.orders.reading.OrderQueries;
import org.cartwright.orders.reserving.FromStock;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.format.PhoneNumber;
import org.cartwright.quotes.AcceptedDrafts;
import org.cartwright.stock.Stock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes orders of drafts. */
@Service
public class Placing {

  /** What is asked of the lines of an accepted quote, which may be others than the draft's. */
  private static final Set<BlockerCode> ASKED_OF_THE_QUOTE =
      EnumSet.of(BlockerCode.OUT_OF_STOCK, BlockerCode.COUPON_DOES_NOT_APPLY);

  private final DraftCarts carts;
  private final Drafts drafts;
  private final DraftQueries served;
  private final AcceptedDrafts quotes;
  private final Coupons coupons;
  private final Stock stock;
  private final Charges charges;
  private final OrderWords words;
  private final OrderBook book;
  private final OrderQueries orders;
  private final Clock clock;

  Placing(
      DraftCarts carts,
      Drafts drafts,
      DraftQueries served,
      AcceptedDrafts quotes,
      Coupons coupons,
      Stock stock,
      Charges charges,
      OrderWords words,
      OrderBook book,
      OrderQueries orders,
      Clock clock) {
    this.carts = carts;
    this.drafts = drafts;
    this.served = served;
    this.quotes = quotes;
    this.coupons = coupons;
    this.stock = stock;
    this.charges = charges;
    this.words = words;
    this.book = book;
    this.orders = orders;
    this.clock = clock;
  }

  /**
   * Makes an order of a draft: takes its coupon and its stock, opens its charge, and freezes every
   * figure, those of the accepted quote if there is one. The draft is no draft any more. Whatever
   * is refused changes nothing.
   *
   * @throws Missing if there is no such draft
   * @throws OrderRefusal if it was placed before; names the order
   * @throws PlacingRefusal with everything that keeps it from being placed
   * @throws InvalidRequest if the phone number is not the draft's
   */
  @Transactional
  public OrderDetail place(String cartId, PlaceRequest wanted) {
    var cart = carts.lock(cartId).orElseThrow(() -> Missing.a("Draft"));
    book.ofDraft(cartId)
        .ifPresent(
            number -> {
              throw OrderRefusal.placedAlready(number);
            });
    var now = clock.instant();
    var draft = served.get(cartId);
    var phone = confirmed(draft.contact().phone(), wanted.contactPhone().strip());
    var sold = sold(cart, draft, now);
    var id = Ids.next("order");
    take(sold, id);
    var number = book.nextNumber();
    var charge = charges.open(sold.bill().of(new BillSource("ORDER", id), words.charged(number)));
    convert(cart, sold.quoteId(), charge.id(), now);
    drafts.letGo(cartId);
    var order = new PlacedOrder(id, number, sold, OrderTerms.of(draft, phone), charge.id(), now);
    book.open(order, sold.items(), now);
    return orders.get(id);
  }

  /** The phone number of the order: the draft's as it was written, or the one it had not yet. */
  private static String confirmed(@Nullable String known, String phone) {
    var digits = PhoneNumber.dialled(phone);
    if (digits.isEmpty()) {
      throw new InvalidRequest(
          Violation.inBody("a phone number has digits; ask the customer for it", "contactPhone"));
    }
    var dialled = PhoneNumber.dialled(known);
    if (known == null || dialled.isEmpty()) {
      return phone;
    }
    if (!dialled.equals(digits)) {
      throw new InvalidRequest(
          Violation.inBody(
              "this is not the draft's phone number; confirm that one, or change the draft first",
              "contactPhone"));
    }
    return known;
  }

  /** What is to be sold, if nothing keeps it from that. */
  private Sold sold(DraftCart cart, DraftDetail draft, Instant now) {
    var quoteId = cart.acceptedQuote(now).orElse(null);
    var blockers =
        draft.blockers().stream()
            .filter(blocker -> blocker.code() != BlockerCode.NO_PHONE)
            .filter(blocker -> quoteId == null || !ASKED_OF_THE_QUOTE.contains(blocker.code()))
            .toList();
    if (!blockers.isEmpty()) {
      throw new PlacingRefusal(blockers);
    }
    if (quoteId == null) {
      return new Sold(cart.id(), null, cart.sale(), cart.items(), cart.bill(null, now));
    }
    var accepted = quotes.of(cart, quoteId, null, now);
    return new Sold(cart.id(), quoteId, accepted.sale(), accepted.items(), accepted.bill());
  }

  private void convert(DraftCart cart, @Nullable String quoteId, String chargeId, Instant now) {
    if (quoteId == null) {
      cart.convert(chargeId, now);
      carts.write(cart, now);
    } else {
      quotes.convert(cart, quoteId, chargeId, now);
    }
  }

  /** Takes coupon and stock, or tells everything that there is not enough of. */
  private void take(Sold sold, String orderId) {
    var blockers = new ArrayList<Blocker>();
    var code = sold.couponCode();
    var reason =
        code == null
            ? Optional.<CouponReason>empty()
            : coupons.take(code, sold.customerId(), orderId);
    var missing = stock.take(sold.fromStock(), orderId, sold.cartId());
    blockers.addAll(FromStock.lacking(sold.items(), missing));
    reason.ifPresent(why -> blockers.add(Blocker.ofTheCoupon(why, sold.quoteId() != null)));
    if (!blockers.isEmpty()) {
      throw new PlacingRefusal(blockers);
    }
  }
}

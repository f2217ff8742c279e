package org.cartwright.orders.placing;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.util.List;
import java.util.Map;
import org.cartwright.carts.CartEvent;
import org.cartwright.charges.PaymentDesk;
import org.cartwright.orders.Shop;
import org.cartwright.testing.Announcements;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A draft becomes an order, wholly or not at all. */
@CartwrightTest
class PlacingTests {

  private static final List<String> WRITTEN =
      List.of(
          "placed_order",
          "order_line",
          "order_event",
          "order_number",
          "order_fulfilment",
          "charge",
          "coupon_use",
          "stock_movement",
          "stock_taking",
          "stock_level",
          "coupon",
          "cart",
          "cart_line",
          "draft_order",
          "quote",
          "idempotency");

  @Autowired private Clinics clinics;
  @Autowired private Announcements announcements;

  private OrderDesk desk;

  @BeforeEach
  void openAShop() {
    desk = OrderDesk.open(clinics);
  }

  /** How many rows there are of whatever placing writes, and how they stand. */
  private Map<String, String> rows() {
    var each =
        WRITTEN.stream()
            .map(
                """
                select '%1$s' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as rows
                  from %1$s t where tenant_id = :shop
                """
                    ::formatted)
            .collect(joining("union all\n"));
    return TestDatabase.shared()
        .askAsSuperuser(
            client ->
                client
                    .sql(each)
                    .param("shop", desk.shop().clinic().id())
                    .query((row, n) -> Map.entry(row.getString("name"), row.getString("rows")))
                    .list()
                    .stream()
                    .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private void assertChangesNothing(Runnable refused) {
    var before = rows();
    refused.run();
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void aDraftBecomesAnOrderWithEverythingThatWasAgreed() {
    var shirt = desk.shop().item("Cotton shirt", 59000);
    desk.stock(shirt, "DENY", 40);
    var coupon = desk.coupon("TEN", body());
    var draft =
        desk.draft(
            desk.order(shirt, 2)
                .with("couponCode", "TEN")
                .with("discountAmount", 18000)
                .with("internalNote", "Ring twice"));
    assertThat(draft.number("/total")).isEqualTo(110_400);

    var order = desk.place(draft, "880-1712-345678").ok();

    assertThat(order.at("/number")).isEqualTo("#ORD-000000000001");
    assertThat(order.at("/status")).isEqualTo("PENDING");
    assertThat(order.at("/cartId")).isEqualTo(draft.at("/id"));
    assertThat(order.json().get("quoteId").isNull()).isTrue();
    for (var same :
        List.of(
            "market",
            "customer",
            "shippingAddress",
            "billingAddress",
            "billingSameAsShipping",
            "paymentMethod",
            "couponCode",
            "taxExempt",
            "internalNote",
            "itemCount",
            "goodsTotal",
            "discountAmount",
            "discountPercentage",
            "couponDiscountAmount",
            "fee",
            "taxAmount",
            "total",
            "currency",
            "formatted")) {
      assertThat(order.json().get(same)).as(same).isEqualTo(draft.json().get(same));
    }
    assertThat(order.number("/goodsTotal")).isEqualTo(118_000);
    assertThat(order.number("/couponDiscountAmount")).isEqualTo(10_000);
    assertThat(order.number("/taxAmount")).isEqualTo(14_400);
    assertThat(order.at("/contact/phone")).isEqualTo(OrderDesk.PHONE);
    assertThat(order.at("/fulfilment/name")).isEqualTo("Rider");
    assertThat(order.number("/fulfilment/feeTaxAmount")).isEqualTo(900);
    assertThat(order.json().at("/fulfilment/status").isNull()).isTrue();
    assertThat(order.json().get("items").size()).isOne();
    assertThat(order.at("/items/0/name")).isEqualTo("Cotton shirt");
    assertThat(order.at("/items/0/id")).isEqualTo(draft.at("/items/0/id"));
    assertThat(order.number("/items/0/taxAmount")).isEqualTo(13_500);

    var charge = desk.charge(order);
    assertThat(charge.number("/total")).isEqualTo(110_400);
    assertThat(charge.at("/status")).isEqualTo("OUTSTANDING");
    assertThat(charge.at("/description")).isEqualTo("Order #ORD-000000000001");
    assertThat(desk.onHand(shirt)).isEqualTo(38);
    assertThat(desk.used(coupon)).isOne();
    assertThat(desk.timeline(order)).containsExactly("PLACED");
    assertThat(desk.read(order).text()).isEqualTo(order.text());
  }

  @Test
  void thePlacedDraftIsNoDraftAnyMore() {
    var draft = desk.draft(desk.shop().item("Shirt", 59000), 1);
    var order = desk.place(draft).ok();

    desk.api().get(OrderDesk.draftPath(draft)).refused(404);
    var cart = desk.api().get("/billing/cart/" + draft.at("/id")).ok();
    assertThat(cart.at("/status")).isEqualTo("CONVERTED");
    assertThat(cart.at("/convertedChargeId")).isEqualTo(order.at("/chargeId"));
    assertThat(rows().get("draft_order")).isEqualTo("0 ");
    assertChangesNothing(
        () -> {
          assertThat(desk.place(draft).refused(409).at("/detail"))
              .isEqualTo("The draft was placed already; its order is #ORD-000000000001.");
          desk.api()
              .patch(OrderDesk.draftPath(draft), body().with("internalNote", "late"))
              .refused(409);
          desk.api().delete(OrderDesk.draftPath(draft)).refused(409);
        });
  }

  @Test
  void whatKeepsItFromBeingPlacedIsToldAtOnceAndNothingChanges() {
    var shirt = desk.shop().item("Shirt", 59000);
    var mug = desk.shop().item("Mug", 1250);
    desk.stock(shirt, "DENY", 1);
    desk.stock(mug, "DENY", 2);
    desk.coupon("ONCE", body().with("usageLimit", 1));
    desk.place(desk.draft(desk.order(mug, 1).with("couponCode", "ONCE"))).ok();
    var nothing = desk.draft(body());
    var short2 =
        desk.draft(
            desk.order(shirt, 2)
                .with("items", list(line(shirt).quantity(2), line(mug).quantity(2))));
    var used = desk.draft(desk.order(shirt, 1).with("couponCode", "ONCE"));

    assertChangesNothing(
        () -> {
          var refused = desk.place(nothing);
          assertThat(OrderDesk.blockers(refused))
              .containsExactly(
                  "NO_ITEMS",
                  "NO_CUSTOMER",
                  "NO_FULFILMENT",
                  "NO_SHIPPING_ADDRESS",
                  "NO_PAYMENT_METHOD");
          assertThat(refused.at("/detail"))
              .startsWith(
                  "The draft cannot be placed yet. There is nothing on the draft: add something to be sold. Nobody");
          refused = desk.place(short2);
          assertThat(OrderDesk.blockers(refused)).containsExactly("OUT_OF_STOCK", "OUT_OF_STOCK");
          assertThat(refused.at("/blockers/0/itemId")).isEqualTo(short2.at("/items/0/id"));
          assertThat(refused.at("/blockers/1/itemId")).isEqualTo(short2.at("/items/1/id"));
          assertThat(OrderDesk.blockers(desk.place(used))).containsExactly("COUPON_DOES_NOT_APPLY");
        });
    assertThat(desk.place(desk.draft(shirt, 1)).ok().at("/number")).isEqualTo("#ORD-000000000002");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+880 1712 345679", "1712345678", "no digits"})
  void anotherPhoneNumberIsRefused(String phone) {
    var draft = desk.draft(desk.shop().item("Shirt", 59000), 1);

    assertChangesNothing(
        () ->
            assertThat(desk.place(draft, phone).violation())
                .isEqualTo("[body, contactPhone] value_error"));
  }

  @Test
  void aDraftWithoutAPhoneNumberTakesTheConfirmedOne() {
    var draft =
        desk.draft(
            desk.order(desk.shop().item("Shirt", 59000), 1)
                .with("customer", body().with("firstName", "Rahim").with("lastName", "Uddin")));
    assertThat(draft.at("/blockers/0/code")).isEqualTo("NO_PHONE");

    assertThat(desk.place(draft, " 01712 345678 ").ok().at("/contact/phone"))
        .isEqualTo("01712 345678");
  }

  @ParameterizedTest
  @ValueSource(strings = {"০১৭১২ ৩৪৫৬৭৮", "01712 345678", "(٠١٧١٢) ٣٤٥٦٧٨"})
  void aPhoneNumberIsTheSameInDigitsOfAnyScript(String phone) {
    var draft =
        desk.draft(
            desk.order(desk.shop().item("Shirt", 59000), 1)
                .with("contact", body().with("phone", "০১৭১২-৩৪৫৬৭৮")));
    assertThat(draft.json().get("blockers")).isEmpty();

    assertThat(desk.place(draft, phone).ok().at("/contact/phone")).isEqualTo("০১৭১২-৩৪৫৬৭৮");
  }

  @Test
  void aPhoneNumberThatNobodyCanDialIsNone() {
    var draft =
        desk.draft(
            desk.order(desk.shop().item("Shirt", 59000), 1)
                .with("contact", body().with("phone", "none yet")));
    assertThat(draft.at("/blockers/0/code")).isEqualTo("NO_PHONE");

    assertThat(desk.place(draft, OrderDesk.PHONE).ok().at("/contact/phone"))
        .isEqualTo(OrderDesk.PHONE);
  }

  @Test
  void theSameRequestWithAKeyIsDoneOnce() {
    var draft = desk.draft(desk.shop().item("Shirt", 59000), 1);
    var api = desk.api().with("Idempotency-Key", "call-17");
    var path = OrderDesk.draftPath(draft) + "/place";
    var phone = body().with("contactPhone", OrderDesk.PHONE);

    var first = api.post(path, phone).ok();
    desk.approve(first).ok();

    assertThat(api.post(path, phone).ok().text()).isEqualTo(first.text());
    assertThat(api.post(path, body().with("contactPhone", "1")).violation())
        .isEqualTo("[header, Idempotency-Key] value_error");
  }

  @Test
  void anAcceptedQuoteIsPlacedWithItsOwnFigures() {
    var mug = desk.shop().item("Mug", 1000);
    desk.stock(mug, "DENY", 60);
    var coupon = desk.coupon("CORP50", body());
    var draft = desk.draft(desk.order(mug, 50).with("couponCode", "CORP50"));
    var quotes = QuoteDesk.of(desk.shop().clinic());
    var quote =
        desk.api()
            .post(
                "/billing/quote",
                body()
                    .with("patientId", draft.at("/customerId"))
                    .with("cartId", draft.at("/id"))
                    .with("creatorId", quotes.provider()))
            .ok();
    // The draft goes on changing while the quote is prepared.
    desk.api()
        .post(OrderDesk.draftPath(draft) + "/items", line(desk.shop().item("Shirt", 59000)))
        .ok();
    quotes.send(quote);
    assertChangesNothing(
        () ->
            assertThat(OrderDesk.blockers(desk.place(draft))).containsExactly("WITH_THE_CUSTOMER"));
    quotes.answer(quote, "accept").ok();

    desk.api()
        .post(
            "/orders/stock/" + mug + "/movements",
            body().with("kind", "CORRECTED").with("quantity", -20))
        .ok();
    assertChangesNothing(
        () -> assertThat(OrderDesk.blockers(desk.place(draft))).containsExactly("OUT_OF_STOCK"));
    desk.stock(mug, "DENY", 20);
    var order = desk.place(draft).ok();

    assertThat(order.at("/quoteId")).isEqualTo(quote.at("/id"));
    assertThat(order.number("/itemCount")).isOne();
    assertThat(order.number("/goodsTotal")).isEqualTo(50_000);
    assertThat(order.number("/couponDiscountAmount")).isEqualTo(5_000);
    assertThat(order.number("/total")).isEqualTo(quote.number("/total")).isEqualTo(58_650);
    assertThat(desk.charge(order).number("/total")).isEqualTo(58_650);
    assertThat(desk.onHand(mug)).isEqualTo(10);
    assertThat(desk.used(coupon)).isOne();
    assertThat(quotes.read(quote).at("/status")).isEqualTo("CONVERTED");
    assertThat(quotes.timeline(quote))
        .filteredOn(type -> !type.equals("DELIVERED")) // whenever the mail has left
        .endsWith("ACCEPTED", "CONVERTED");
  }

  @Test
  void whatIsDoneIsAnnouncedOnceWithWhoDidIt() {
    var draft = desk.draft(desk.shop().item("Shirt", 59000), 1);

    var heard = announcements.during(() -> desk.place(draft).ok());

    assertThat(heard)
        .filteredOn(OrderEvent.class::isInstance)
        .map(OrderEvent.class::cast)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.type()).isEqualTo(OrderEvent.Type.PLACED);
              assertThat(event.number()).isEqualTo("#ORD-000000000001");
              assertThat(event.customerId()).isEqualTo(draft.at("/customerId"));
              assertThat(event.by().keyId()).isEqualTo(desk.shop().clinic().keyId());
            });
    assertThat(heard)
        .filteredOn(CartEvent.class::isInstance)
        .map(event -> ((CartEvent) event).type())
        .containsExactly(CartEvent.Type.CONVERTED);
    assertThat(announcements.during(() -> desk.place(draft).refused(409)))
        .filteredOn(OrderEvent.class::isInstance)
        .isEmpty();
  }

  @Test
  void aPaidOrderThatIsCancelledIsRefunded() {
    var order = desk.place(desk.draft(desk.shop().item("Shirt", 59000), 1)).ok();
    new PaymentDesk(desk.shop().clinic(), desk.api(), order.at("/customer/id"), "")
        .pay(order.at("/chargeId"), order.number("/total"))
        .ok();

    var cancelled = desk.cancel(order).ok();

    assertThat(cancelled.at("/status")).isEqualTo("CANCELLED");
    assertThat(cancelled.at("/cancelReason")).isEqualTo("Ordered twice");
    assertThat(desk.charge(order).at("/status")).isEqualTo("REFUNDED");
  }

  @Test
  void creditDoesNotPayInAnotherCurrency() {
    var abroad = OrderDesk.at(Shop.open(clinics, "USD"));
    var order = abroad.place(abroad.draft(abroad.shop().item("Shirt", 59000), 1)).ok();
    var payments =
        new PaymentDesk(abroad.shop().clinic(), abroad.api(), order.at("/customer/id"), "");
    payments.credit(100_000);

    assertThat(payments.payWithCredit(order.at("/chargeId"), 1000).refused(409).at("/detail"))
        .isEqualTo("Credit is in USD and the charge in BDT; take the payment otherwise.");

    assertThat(payments.creditLeft()).isEqualTo(100_000);
    assertThat(abroad.charge(order).at("/status")).isEqualTo("OUTSTANDING");
    payments.pay(order.at("/chargeId"), 1000).ok();
  }

  @Test
  void anotherShopSeesNothingAndCountsForItself() {
    var order = desk.place(desk.draft(desk.shop().item("Shirt", 59000), 1)).ok();
    var draft = desk.draft(desk.shop().item("Mug", 1250), 1);
    var other = OrderDesk.open(clinics);

    assertThat(other.api().get("/orders").ok().text()).isEqualTo("{\"data\":[],\"total\":0}");
    var none = other.api().get("/orders/order_none").refused(404).text();
    assertThat(none).isEqualTo("{\"detail\":\"Order not found\"}");
    for (var answer :
        List.<Answer>of(
            other.api().get(OrderDesk.path(order)),
            other.api().get("/orders/ORD-1"),
            other.approve(order),
            other.cancel(order),
            other.report(order, "SHIPPED"),
            other.api().get(OrderDesk.path(order) + "/timeline"))) {
      assertThat(answer.refused(404).text()).isEqualTo(none);
    }
    assertThat(other.place(draft).refused(404).at("/detail")).isEqualTo("Draft not found");
    assertThat(other.place(other.draft(other.shop().item("Cap", 900), 1)).ok().at("/number"))
        .isEqualTo("#ORD-000000000001");
  }
}

package org.cartwright.orders.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cartwright.charges.bill.Bill;
import org.cartwright.charges.bill.BillItem;
import org.cartwright.charges.bill.BillSource;
import org.cartwright.lines.LineItems;
import org.cartwright.lines.Sale;
import org.cartwright.lines.SaleTerms;
import org.cartwright.lines.figures.TotalFigures;
import org.cartwright.orders.api.Contact;
import org.cartwright.orders.api.FulfilmentCategory;
import org.cartwright.orders.api.PaymentMethod;
import org.cartwright.orders.api.placed.FulfilmentReport;
import org.cartwright.orders.api.placed.FulfilmentStatus;
import org.cartwright.orders.api.placed.OrderNumber;
import org.cartwright.orders.api.placed.OrderStatus;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.taxes.TaxMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an order decides, and what it says was done to it. */
class PlacedOrderTests {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant LATER = NOON.plus(Duration.ofDays(1));

  private static final Bill BILL =
      new Bill(
          new BillSource("CART", "cart"),
          "rahim",
          null,
          null,
          null,
          null,
          null,
          Currency.getInstance("BDT"),
          TaxMode.EXCLUSIVE,
          new Cents(500),
          List.of(
              new BillItem(
                  "Mug", "mug", null, 1, new Cents(500), Cents.ZERO, Cents.ZERO, List.of())));

  private static PlacedOrder order(FulfilmentCategory category) {
    var sale =
        new Sale(
            Currency.getInstance("BDT"), "rahim", null, SaleTerms.in("market", TaxMode.EXCLUSIVE));
    return new PlacedOrder(
        "order",
        new OrderNumber(7),
        new Sold("cart", null, sale, new LineItems(List.of(), TotalFigures.NONE), BILL),
        new OrderTerms(
            new Contact("Rahim Uddin", "+880 1712 345678", null),
            null,
            null,
            true,
            category,
            "service",
            "Express",
            PaymentMethod.CASH_ON_DELIVERY,
            null),
        "charge",
        NOON);
  }

  private static PlacedOrder order() {
    var order = order(FulfilmentCategory.SHIPPING);
    order.takeNews();
    return order;
  }

  private static PlacedOrder approved(FulfilmentCategory category) {
    var order = order(category);
    order.approve(LATER);
    order.takeNews();
    return order;
  }

  private static FulfilmentReport report(FulfilmentReport.Type type) {
    return new FulfilmentReport(type, null, null, null);
  }

  /** Where its goods are. */
  private static FulfilmentStatus goods(PlacedOrder order) {
    return Objects.requireNonNull(order.fulfilment()).status();
  }

  private static void assertRefused(ThrowingCallable asked, String sentence) {
    assertThatThrownBy(asked).isInstanceOf(OrderRefusal.class).hasMessage(sentence);
  }

  @Test
  void aNewOrderIsPendingAndNews() {
    var order = order(FulfilmentCategory.SHIPPING);

    assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
    assertThat(order.number()).hasToString("#ORD-000000000007");
    assertThat(order.fulfilment()).isNull();
    assertThat(order.takeNews())
        .containsExactly(new PlacedOrder.News(OrderEvent.Type.PLACED, null));
    assertThat(order.takeNews()).isEmpty();
  }

  @Test
  void approvingBeginsItsFulfilmentAndHappensOnce() {
    var order = order();
    order.approve(LATER);

    assertThat(order.status()).isEqualTo(OrderStatus.APPROVED);
    assertThat(goods(order)).isEqualTo(FulfilmentStatus.PREPARING);
    assertThat(order.takeNews())
        .containsExactly(new PlacedOrder.News(OrderEvent.Type.APPROVED, null));
    assertRefused(
        () -> order.approve(LATER),
        "The order is APPROVED and cannot be approved; only a PENDING one can.");
    assertThat(order.takeNews()).isEmpty();
  }

  @Test
  void nothingHappensToGoodsBeforeTheApproval() {
    assertRefused(
        () -> order().report(report(FulfilmentReport.Type.SHIPPED), LATER),
        "The order is PENDING; approve it before its goods leave.");
  }

  @Test
  void goodsAreShippedAndDeliveredAndThenItIsFulfilled() {
    var order = approved(FulfilmentCategory.DELIVERY);
    order.report(
        new FulfilmentReport(FulfilmentReport.Type.SHIPPED, "Rider", "R-1", "Ring twice"), LATER);
    assertThat(order.status()).isEqualTo(OrderStatus.APPROVED);
    order.report(report(FulfilmentReport.Type.DELIVERED), LATER);

    assertThat(order.status()).isEqualTo(OrderStatus.FULFILLED);
    assertThat(order.takeNews())
        .containsExactly(
            new PlacedOrder.News(OrderEvent.Type.SHIPPED, "Rider, R-1, Ring twice"),
            new PlacedOrder.News(OrderEvent.Type.DELIVERED, null));
    assertRefused(
        () -> order.report(report(FulfilmentReport.Type.FAILED), LATER),
        "The order is FULFILLED and nothing happens to its goods any more.");
    assertRefused(
        () -> order.cancel("late", LATER),
        "The order is FULFILLED and cannot be cancelled; give back what was paid on its charge instead.");
  }

  @ParameterizedTest
  @CsvSource({"SHIPPING, SHIPPED", "DELIVERY, SHIPPED", "PICKUP, READY_FOR_PICKUP"})
  void goodsThatDidNotArriveGoAgain(FulfilmentCategory category, FulfilmentReport.Type leaves) {
    var order = approved(category);
    order.report(report(leaves), LATER);
    assertRefused(
        () -> order.report(report(leaves), LATER),
        "Goods for %s that are %s do not become %s; say whether they were DELIVERED or it FAILED."
            .formatted(category, leaves, leaves));
    assertRefused(
        () -> order.cancel("late", LATER),
        "The order's goods are %s and it cannot be cancelled; if they do not get to the customer, say so with FAILED first."
            .formatted(leaves));

    order.report(report(FulfilmentReport.Type.FAILED), LATER);
    order.report(report(leaves), LATER);
    order.report(report(FulfilmentReport.Type.FAILED), LATER);
    order.cancel("nobody there", LATER);

    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
    assertRefused(
        () -> order.report(report(leaves), LATER),
        "The order is CANCELLED and nothing happens to its goods any more.");
  }

  @ParameterizedTest
  @CsvSource({
    "SHIPPING, READY_FOR_PICKUP, have them SHIPPED.",
    "DELIVERY, DELIVERED, have them SHIPPED.",
    "PICKUP, SHIPPED, make them READY_FOR_PICKUP.",
    "PICKUP, FAILED, make them READY_FOR_PICKUP."
  })
  void goodsGoOnlyTheWayThatWasChosen(
      FulfilmentCategory category, FulfilmentReport.Type type, String instead) {
    var order = approved(category);

    assertRefused(
        () -> order.report(report(type), LATER),
        "Goods for %s that are PREPARING do not become %s; %s".formatted(category, type, instead));
    assertThat(goods(order)).isEqualTo(FulfilmentStatus.PREPARING);
    assertThat(order.takeNews()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = OrderStatus.class,
      names = {"PENDING", "APPROVED"})
  void itIsCancelledOnceAsLongAsTheShopHasTheGoods(OrderStatus status) {
    var order = status == OrderStatus.PENDING ? order() : approved(FulfilmentCategory.SHIPPING);
    order.cancel("ordered twice", LATER);

    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(order.takeNews())
        .containsExactly(new PlacedOrder.News(OrderEvent.Type.CANCELLED, "ordered twice"));
    assertRefused(() -> order.cancel("again", LATER), "The order is CANCELLED already.");
    assertRefused(
        () -> order.approve(LATER),
        "The order is CANCELLED and cannot be approved; only a PENDING one can.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#ORD-000000000042", "ORD-000000000042", "#ord-42", "Ord-0042"})
  void aNumberIsReadInAnySpelling(String written) {
    assertThat(OrderNumber.in(written)).contains(new OrderNumber(42));
  }

  @ParameterizedTest
  @ValueSource(strings = {"42", "ORD-", "ORD-1x", "order_01", "ORD-1234567890123", "##ORD-1"})
  void whatIsNoNumberIsNone(String written) {
    assertThat(OrderNumber.in(written)).isEmpty();
  }
}

package org.cartwright.orders.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.bodies.AnyBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A draft is never placed with another discount than its coupon gives. */
@CartwrightTest
class ChangedCouponTests {

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;

  private OrderDesk desk;
  private String mug;

  @BeforeEach
  void openAShop() {
    desk = OrderDesk.open(clinics);
    mug = desk.shop().item("Mug", 1000);
  }

  private Answer draft() {
    return desk.draft(desk.order(mug, 10).with("couponCode", "TEN").with("discountPercentage", 5));
  }

  private Answer read(Answer draft) {
    return desk.api().get(OrderDesk.draftPath(draft)).ok();
  }

  private static List<String> codes(Answer draft) {
    return draft.json().get("blockers").findValuesAsString("code");
  }

  private Answer putOnAgain(Answer draft) {
    return desk.api().post(OrderDesk.draftPath(draft) + "/coupon", body().with("code", "TEN")).ok();
  }

  private void replace(String coupon, AnyBody terms) {
    desk.api().put("/orders/coupons/" + coupon, body().with("code", "TEN").and(terms)).ok();
  }

  @Test
  void aCouponThatBeginsAfterTheDraftWasPricedIsNotForgotten() {
    var coupon =
        desk.coupon(
            "TEN", body().with("startsDate", Instant.now().plus(Duration.ofDays(2)).toString()));
    var draft = draft();
    assertThat(codes(draft)).containsExactly("COUPON_DOES_NOT_APPLY");

    clock.in(
        Duration.ofDays(3),
        () -> {
          var begun = read(draft);
          assertThat(codes(begun)).containsExactly("COUPON_CHANGED");
          assertThat(begun.at("/coupon/applies")).isEqualTo("true");
          assertThat(begun.number("/couponDiscountAmount")).isZero();
          var refused = desk.place(draft);
          assertThat(OrderDesk.blockers(refused)).containsExactly("COUPON_CHANGED");
          assertThat(refused.at("/detail"))
              .isEqualTo(
                  "The draft cannot be placed yet. The coupon gives another discount now than the draft says:"
                      + " put it on again, and tell the customer the new total.");
          assertThat(read(draft).text()).isEqualTo(begun.text());

          assertThat(codes(putOnAgain(draft))).isEmpty();
          var order = desk.place(draft).ok();
          assertThat(order.number("/discountAmount")).isEqualTo(500);
          assertThat(order.number("/couponDiscountAmount")).isEqualTo(950);
          assertThat(desk.used(coupon)).isOne();
        });
  }

  @Test
  void otherTermsOfTheCouponAreNoticedAndTheSameAreNot() {
    var coupon = desk.coupon("TEN", body());
    var draft = draft();
    assertThat(codes(draft)).isEmpty();

    replace(coupon, body().with("percentage", 10).with("categories", List.of()));
    assertThat(codes(read(draft))).isEmpty();
    replace(coupon, body().with("percentage", 20));
    assertThat(codes(read(draft))).containsExactly("COUPON_CHANGED");
    replace(coupon, body().with("percentage", 10));
    assertThat(codes(read(draft))).isEmpty();
    replace(coupon, body().with("percentage", 20));
    assertThat(putOnAgain(draft).number("/couponDiscountAmount")).isEqualTo(1900);
    assertThat(desk.place(draft).ok().number("/couponDiscountAmount")).isEqualTo(1900);
  }

  @Test
  void theSameCodeIsPutOnAgainByAnUpdate() {
    var coupon = desk.coupon("TEN", body());
    var draft = draft();
    replace(coupon, body().with("percentage", 20));
    assertThat(codes(read(draft))).containsExactly("COUPON_CHANGED");

    var again = desk.api().patch(OrderDesk.draftPath(draft), body().with("couponCode", "TEN")).ok();

    assertThat(codes(again)).isEmpty();
    assertThat(again.number("/couponDiscountAmount")).isEqualTo(1900);
  }

  private Answer quote(Answer draft) {
    return desk.api()
        .post(
            "/billing/quote",
            body()
                .with("patientId", draft.at("/customerId"))
                .with("cartId", draft.at("/id"))
                .with("creatorId", QuoteDesk.of(desk.shop().clinic()).provider()))
        .ok();
  }

  private void accept(Answer quote) {
    var quotes = QuoteDesk.of(desk.shop().clinic());
    quotes.send(quote);
    quotes.answer(quote, "accept").ok();
  }

  private void putOn(Answer draft, String code) {
    desk.api().post(OrderDesk.draftPath(draft) + "/coupon", body().with("code", code)).ok();
  }

  @Test
  void onceAQuoteWasAcceptedItsCouponIsAskedAndNotTheDrafts() {
    var coupon = desk.coupon("TEN", body());
    var draft = draft();
    var quote = quote(draft);
    putOn(draft, "NONE");
    assertThat(codes(read(draft))).containsExactly("COUPON_DOES_NOT_APPLY");
    accept(quote);

    var accepted = read(draft);
    assertThat(codes(accepted)).isEmpty();
    assertThat(accepted.at("/couponCode")).isEqualTo("NONE");
    assertThat(accepted.at("/coupon/code")).isEqualTo("TEN");
    assertThat(accepted.number("/coupon/discountAmount")).isEqualTo(950);
    assertThat(accepted.at("/coupon/applies")).isEqualTo("true");

    replace(coupon, body().with("percentage", 10).with("endsDate", "2020-01-01"));
    var over = read(draft);
    assertThat(codes(over)).containsExactly("COUPON_DOES_NOT_APPLY");
    assertThat(over.at("/coupon/reason")).isEqualTo("OVER");
    assertThat(over.at("/blockers/0/message"))
        .endsWith(" Duplicate the draft and send a new quote.");
    var refused = desk.place(draft);
    assertThat(OrderDesk.blockers(refused)).containsExactly("COUPON_DOES_NOT_APPLY");
  }

  @Test
  void whatWasAcceptedWithoutADiscountAsksForNoCoupon() {
    var draft = draft();
    var quote = quote(draft);
    accept(quote);

    var accepted = read(draft);
    assertThat(codes(accepted)).isEmpty();
    assertThat(accepted.at("/couponCode")).isEqualTo("TEN");
    assertThat(accepted.at("/coupon")).isEmpty();
    assertThat(desk.place(draft).ok().at("/couponCode")).isEmpty();
  }

  @Test
  void anOrderNamesNoCouponThatItDidNotUse() {
    var coupon = desk.coupon("TEN", body());
    var draft =
        desk.draft(desk.order(mug, 10).with("couponCode", "TEN").with("discountPercentage", 100));

    var order = desk.place(draft).ok();

    assertThat(order.at("/couponCode")).isEmpty();
    assertThat(order.number("/couponDiscountAmount")).isZero();
    assertThat(desk.used(coupon)).isZero();
  }

  @Test
  void whatTheCustomerAcceptedIsPlacedWithTheDiscountItHas() {
    var coupon = desk.coupon("TEN", body());
    var draft = draft();
    accept(quote(draft));
    replace(coupon, body().with("percentage", 20));

    assertThat(codes(read(draft))).isEmpty();
    assertThat(desk.place(draft).ok().number("/couponDiscountAmount")).isEqualTo(950);
  }
}

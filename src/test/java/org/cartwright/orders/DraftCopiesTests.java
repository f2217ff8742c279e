package org.cartwright.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.util.List;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.bodies.AnyBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A copy of a draft, made by duplicating or revising, is as ready to be placed as the draft. */
@CartwrightTest
class DraftCopiesTests {

  /** What is taken along besides what stands on the cart. */
  private static final List<String> BESIDE =
      List.of(
          "contact",
          "shippingAddress",
          "billingAddress",
          "billingSameAsShipping",
          "fulfilment",
          "paymentMethod",
          "internalNote",
          "couponCode",
          "taxExempt",
          "total",
          "blockers");

  @Autowired private Clinics clinics;
  private Shop shop;
  private String mug;

  @BeforeEach
  void openAShop() {
    shop = Shop.open(clinics);
    mug = shop.item("Mug", 1000);
    shop.api()
        .post(
            "/orders/markets/" + shop.market() + "/taxes",
            body().with("name", "VAT").with("percentage", 15).with("regions", List.of("Dhaka")))
        .ok();
  }

  private static AnyBody address(String street) {
    return body()
        .with("line1", street)
        .with("city", "Dhaka")
        .with("region", "Dhaka")
        .with("country", "BD");
  }

  private Answer draft() {
    return shop.draft(
        body()
            .with(
                "customer",
                body()
                    .with("firstName", "Rahim")
                    .with("phone", "+880 1712")
                    .with("email", "r@mail.example"))
            .with("contact", body().with("name", "Front desk").with("phone", "+880 1712"))
            .with("shippingAddress", address("7 Green Road"))
            .with("billingSameAsShipping", false)
            .with("billingAddress", address("1 Bank Street"))
            .with("fulfilment", body().with("serviceId", shop.service("DELIVERY", "Rider", 6000)))
            .with("paymentMethod", "CASH_ON_DELIVERY")
            .with("internalNote", "Rings twice")
            .with("items", List.of(line(mug).quantity(2))));
  }

  /** A draft of somebody else. */
  private Answer nadia() {
    return shop.draft(
        body().with("customer", body().with("firstName", "Nadia").with("phone", "+880 99")));
  }

  private Answer duplicate(Answer draft, AnyBody body) {
    var copy = shop.api().post("/billing/cart/" + draft.at("/id") + "/duplicate", body).ok();
    assertThat(copy.at("/id")).isNotEqualTo(draft.at("/id"));
    return shop.api().get(DraftTests.path(copy)).ok();
  }

  private static void assertSaysTheSame(Answer copy, Answer draft) {
    for (var part : BESIDE) {
      assertThat(copy.json().get(part)).as(part).isEqualTo(draft.json().get(part));
    }
  }

  private List<String> streets() {
    var streets = new java.util.ArrayList<String>();
    shop.api()
        .get("/orders/customers?search=r@mail.example")
        .ok()
        .json()
        .at("/0/addresses")
        .forEach(address -> streets.add(address.get("line1").asString()));
    return streets;
  }

  @Test
  void aDuplicateIsKnownAsMuchOfAsOfTheDraft() {
    var draft = draft();
    assertThat(draft.number("/total")).isEqualTo(9200);

    assertSaysTheSame(duplicate(draft, body()), draft);
  }

  @Test
  void anArchivedMarketTakesNoCopies() {
    var draft = draft();
    var desk = QuoteDesk.of(shop.clinic());
    var answered = draft();
    var quote = desk.send(desk.quote(shop.api().get(cart(answered)).ok()));
    desk.answer(quote, "decline").ok();
    var before = drafts();
    shop.api().delete("/orders/markets/" + shop.market()).ok();
    var closed =
        "The draft order's market is archived and takes nothing new; open a draft in another market.";

    assertThat(shop.api().post(cart(draft) + "/duplicate", body()).refused(409).at("/detail"))
        .isEqualTo(closed);
    for (var prices : List.of("SAME", "TODAY")) {
      assertThat(desk.revise(quote, prices).refused(409).at("/detail")).isEqualTo(closed);
    }
    assertThat(drafts()).isEqualTo(before);
    assertThat(desk.read(quote).at("/status")).isEqualTo("DECLINED");
  }

  private static String cart(Answer draft) {
    return "/billing/cart/" + draft.at("/id");
  }

  private String drafts() {
    return shop.api().get("/orders/drafts").ok().text();
  }

  @Test
  void theAddressesOfACopyAreRememberedWhenTheDraftIsDeleted() {
    var draft = draft();
    var copy = duplicate(draft, body());

    shop.api().delete(DraftTests.path(draft)).ok();
    assertThat(streets()).containsExactlyInAnyOrder("7 Green Road", "1 Bank Street");
    shop.api().get(DraftTests.path(copy)).ok();
  }

  @Test
  void aDraftThatWasPlacedIsDuplicatedWithWhatStandsOnItsOrder() {
    var draft = draft();
    shop.api()
        .post(DraftTests.path(draft) + "/place", body().with("contactPhone", "+880 1712"))
        .ok();

    var again = duplicate(draft, body());

    assertSaysTheSame(again, draft);
    shop.api()
        .post(DraftTests.path(again) + "/place", body().with("contactPhone", "+880 1712"))
        .ok();
  }

  @Test
  void aDuplicateForSomebodyElseHasNothingOfTheCustomerOfBefore() {
    var draft = draft();
    shop.api().patch(DraftTests.path(draft), body().with("taxExempt", true)).ok();

    var copy = duplicate(draft, body().with("patientId", nadia().at("/customerId")));

    assertThat(copy.json().get("contact").toString())
        .isEqualTo("{\"name\":\"Nadia\",\"phone\":\"+880 99\",\"email\":null}");
    assertThat(copy.json().get("shippingAddress").isNull()).isTrue();
    assertThat(copy.json().get("billingAddress").isNull()).isTrue();
    assertThat(copy.at("/billingSameAsShipping")).isEqualTo("true");
    assertThat(copy.json().get("internalNote").isNull()).isTrue();
    assertThat(copy.at("/taxExempt")).isEqualTo("false");
    assertThat(copy.at("/fulfilment/name")).isEqualTo("Rider");
    assertThat(copy.at("/paymentMethod")).isEqualTo("CASH_ON_DELIVERY");
    assertThat(copy.number("/taxAmount")).isZero();
    assertThat(DraftTests.blockers(copy)).containsExactly("NO_SHIPPING_ADDRESS");
    var sent =
        shop.api()
            .patch(DraftTests.path(copy), body().with("shippingAddress", address("9 Lake Road")))
            .ok();
    assertThat(sent.number("/taxAmount")).isEqualTo(1200);
  }

  @Test
  void aDuplicateForSomebodyElseIsFetchedAtTheSameOutletWhichDecidesItsTaxes() {
    var draft = draft();
    var outlet =
        shop.api()
            .post(
                shop.services(),
                body()
                    .with("category", "PICKUP")
                    .with("name", "Outlet")
                    .with("address", address("12 Motijheel")))
            .ok()
            .at("/id");
    shop.api()
        .patch(
            DraftTests.path(draft),
            body().with("fulfilment", body().with("serviceId", outlet)).with("taxExempt", true))
        .ok();

    var copy = duplicate(draft, body().with("patientId", nadia().at("/customerId")));

    assertThat(copy.at("/fulfilment/name")).isEqualTo("Outlet");
    assertThat(copy.number("/taxAmount")).isEqualTo(300);
    assertThat(copy.number("/total")).isEqualTo(2300);
    assertThat(DraftTests.blockers(copy)).isEmpty();
  }

  @Test
  void aDuplicateIsTaxedWhereItsOutletIsByNowAndARevisionAsItsQuoteWas() {
    var outlet =
        body()
            .with("category", "PICKUP")
            .with("name", "Outlet")
            .with("address", address("12 Motijheel"));
    var service = shop.api().post(shop.services(), outlet).ok().at("/id");
    var desk = QuoteDesk.of(shop.clinic());
    var placed = draft();
    var declined = draft();
    for (var draft : List.of(placed, declined)) {
      shop.api()
          .patch(
              DraftTests.path(draft), body().with("fulfilment", body().with("serviceId", service)))
          .ok();
    }
    shop.api()
        .post(DraftTests.path(placed) + "/place", body().with("contactPhone", "+880 1712"))
        .ok();
    var quote = desk.send(desk.quote(shop.api().get(cart(declined)).ok()));
    desk.answer(quote, "decline").ok();
    shop.api()
        .put(
            shop.services() + "/" + service,
            outlet.with("address", address("1 Hill Road").with("region", "Sylhet")))
        .ok();

    for (var draft : List.of(placed, declined)) {
      var copy = duplicate(draft, body());
      assertThat(copy.number("/taxAmount")).isZero();
      assertThat(copy.number("/total")).isEqualTo(2000);
      assertThat(DraftTests.blockers(copy)).isEmpty();
    }
    var revision = desk.revise(quote, "SAME").ok();
    assertThat(revision.number("/total")).isEqualTo(2300);
    assertThat(desk.send(revision).at("/status")).isEqualTo("SENT");
  }

  @Test
  void theCouponOfADuplicateForSomebodyElseIsAskedOfThem() {
    shop.api()
        .post(
            "/orders/coupons",
            body().with("code", "ONCE").with("percentage", 10).with("customerLimit", 1))
        .ok();
    var draft = draft();
    shop.api().post(DraftTests.path(draft) + "/coupon", body().with("code", "ONCE")).ok();
    var nadia = nadia();
    var forNadia = body().with("patientId", nadia.at("/customerId"));

    var copy = duplicate(draft, forNadia);
    assertThat(copy.at("/couponCode")).isEqualTo("ONCE");
    assertThat(copy.number("/couponDiscountAmount")).isEqualTo(200);
    shop.api()
        .patch(DraftTests.path(copy), body().with("shippingAddress", address("9 Lake Road")))
        .ok();
    shop.api().post(DraftTests.path(copy) + "/place", body().with("contactPhone", "+880 99")).ok();

    var another = duplicate(draft, forNadia);
    assertThat(another.at("/coupon/reason")).isEqualTo("USED_BY_CUSTOMER");
    assertThat(another.number("/couponDiscountAmount")).isZero();
    assertThat(DraftTests.blockers(another))
        .containsExactly("NO_SHIPPING_ADDRESS", "COUPON_DOES_NOT_APPLY");
  }

  @Test
  void aRevisionOfADeclinedQuoteIsOfADraftThatCanBePlacedAgain() {
    var draft = draft();
    var quotes = QuoteDesk.of(shop.clinic());
    var quote =
        shop.api()
            .post(
                "/billing/quote",
                body()
                    .with("patientId", draft.at("/customerId"))
                    .with("cartId", draft.at("/id"))
                    .with("creatorId", quotes.provider()))
            .ok();
    quotes.send(quote);
    quotes.answer(quote, "decline").ok();

    var revision = quotes.revise(quote, "SAME").ok();

    assertThat(revision.at("/cartId")).isNotEqualTo(draft.at("/id"));
    assertSaysTheSame(shop.api().get("/orders/drafts/" + revision.at("/cartId")).ok(), draft);
  }

  @Test
  void aCopyOfADraftOfWhichNothingIsKnownBeginsWithNothing() {
    var draft =
        shop.draft(body().with("customerId", shop.clinic().patient()).with("contact", body()));

    assertThat(duplicate(draft, body()).json().get("contact").toString())
        .isEqualTo(draft.json().get("contact").toString());
  }
}

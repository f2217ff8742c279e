package org.cartwright.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.time.Duration;
import java.util.List;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.bodies.AnyBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a draft and its quotes are to each other while the customer has not answered. */
@CartwrightTest
class QuotedDraftTests {

  private static final String OTHERWISE =
      "The draft order is sold in another market, to another address, with another exemption or for another fee by now; make a new quote of it.";

  private static final String NOBODYS =
      "The draft order has no customer any more; name the customer again.";

  private static final String NO_PRICE =
      "Something in the quote has no price in its market any more; take it off or name its price, or revise the quote at the same prices.";

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  private Shop shop;
  private QuoteDesk desk;
  private String customer;
  private String mug;
  private String rider;

  @BeforeEach
  void openAShop() {
    shop = Shop.open(clinics);
    desk = QuoteDesk.of(shop.clinic());
    customer =
        shop.clinic()
            .patient(aPatient("Jane", "Doe").email("jane@mail.example").born("1990-02-03"));
    mug = shop.item("Mug", 1250);
    rider = shop.service("DELIVERY", "Rider", 6000);
  }

  private AnyBody complete() {
    return body()
        .with("customerId", customer)
        .with("fulfilment", body().with("serviceId", rider))
        .with("shippingAddress", DraftTests.address("BD"))
        .with("items", list(line(mug)));
  }

  private Answer quote(Answer draft) {
    return shop.api()
        .post("/billing/quote", aQuote(customer, draft.at("/id")).by(desk.provider()))
        .ok();
  }

  @Test
  void aQuoteWithNothingButTheFeeIsNotSent() {
    var draft = shop.draft(complete().without("items"));

    assertThat(desk.send(quote(draft), "email").refused(409).at("/detail"))
        .isEqualTo("There is nothing in the quote to be sent; add something first.");
  }

  @Test
  void aQuoteOffersNoOtherQuantityOfWhatItsMarketSellsNoMore() {
    var draft = shop.draft(complete());
    var quote = quote(draft);
    var line = "/billing/quote/" + quote.at("/id") + "/items/" + draft.at("/items/0/id");
    shop.price(mug);

    assertThat(shop.api().put(line, body().with("quantity", 2)).refused(409).at("/detail"))
        .isEqualTo(NO_PRICE);
    assertThat(desk.read(quote).text()).isEqualTo(quote.text());

    var named = shop.api().put(line, body().with("quantity", 2).with("unitPrice", 1200)).ok();
    assertThat(named.number("/total")).isEqualTo(2400 + 6000);
    shop.api().delete(line).ok();
  }

  @Test
  void aRevisionAtTodaysPricesOffersNothingThatItsMarketSellsNoMore() {
    var quote = quote(shop.draft(complete()));
    desk.send(quote, "email").ok();
    shop.price(mug);

    assertThat(desk.revise(quote, "TODAY").refused(409).at("/detail")).isEqualTo(NO_PRICE);
    assertThat(desk.timeline(quote)).doesNotContain("REPLACED");
    assertThat(desk.revise(quote, "SAME").ok().number("/total")).isEqualTo(1250 + 6000);
  }

  @Test
  void aQuoteIsNotSentOnceItsDraftIsSoldOtherwise() {
    var another = Shop.market(shop.clinic(), "UK", "GBP", "GB", true);
    shop.price(
        mug,
        body().with("marketId", shop.market()).with("price", 1250),
        body().with("marketId", another).with("price", 499));
    for (var change :
        List.of(
            body().with("marketId", another),
            body().with("shippingAddress", DraftTests.address("BD").with("postalCode", "1000")),
            body().with("taxExempt", true),
            body().with("fulfilment", null),
            body()
                .with(
                    "fulfilment",
                    body().with("serviceId", shop.service("DELIVERY", "Van", 9000))))) {
      var draft = shop.draft(complete());
      var quote = quote(draft);
      shop.api().patch(DraftTests.path(draft), change).ok();

      assertThat(desk.send(quote, "email").refused(409).at("/detail")).isEqualTo(OTHERWISE);
      assertThat(desk.sendAt(quote, "2099-01-01").refused(409).at("/detail")).isEqualTo(OTHERWISE);
      assertThat(desk.read(quote).at("/status")).isEqualTo("DRAFT");
      desk.send(quote(draft), "email").ok();
    }
  }

  @Test
  void aQuoteIsNotSentWhileItsDraftHasNoCustomer() {
    var draft = shop.draft(complete());
    var quote = quote(draft);
    name(draft, null);
    var before = shop.api().get(DraftTests.path(draft)).ok().text();

    assertThat(desk.send(quote, "email").refused(409).at("/detail")).isEqualTo(NOBODYS);
    assertThat(desk.sendAt(quote, "2099-01-01").refused(409).at("/detail")).isEqualTo(NOBODYS);
    assertThat(desk.read(quote).text()).isEqualTo(quote.text());
    assertThat(desk.timeline(quote)).containsExactly("CREATED");
    assertThat(shop.api().get(DraftTests.path(draft)).ok().text()).isEqualTo(before);

    name(draft, customer);
    desk.send(quote, "email").ok();
  }

  @Test
  void aQuoteThatRanOutIsNotRevisedWhileItsDraftHasNoCustomer() {
    var draft = shop.draft(complete());
    var ranOut =
        shop.api()
            .post(
                "/billing/quote",
                aQuote(customer, draft.at("/id"))
                    .by(desk.provider())
                    .validUntil(clock.instant().plus(Duration.ofDays(1))))
            .ok();
    quote(draft);
    desk.send(ranOut);
    clock.in(
        Duration.ofDays(2),
        () -> {
          name(draft, null);

          assertThat(desk.revise(ranOut, "SAME").refused(409).at("/detail")).isEqualTo(NOBODYS);
          assertThat(desk.read(ranOut).at("/status")).isEqualTo("EXPIRED");

          name(draft, customer);
          desk.revise(ranOut, "SAME").ok();
        });
  }

  private void name(Answer draft, @Nullable String newCustomer) {
    shop.api().patch(DraftTests.path(draft), body().with("customerId", newCustomer)).ok();
  }

  @Test
  void aQuoteIsSentWhoseDraftHasOtherGoodsOrAnotherCouponByNow() {
    var draft = shop.draft(complete());
    var quote = quote(draft);
    shop.api().post(DraftTests.path(draft) + "/items", line(mug).quantity(3)).ok();
    shop.api().post(DraftTests.path(draft) + "/coupon", body().with("code", "X")).ok();

    assertThat(desk.send(quote).number("/total")).isEqualTo(7250);
  }

  @Test
  void aRevisionAtTodaysPricesIsSentThoughTheFeeHasRisen() {
    var quote = desk.send(quote(shop.draft(complete())));
    var fee = desk.read(quote).at("/items/1/itemId");
    shop.price(fee, body().with("marketId", shop.market()).with("price", 7000));

    var revision = desk.revise(quote, "TODAY").ok();

    assertThat(desk.send(revision).number("/total")).isEqualTo(8250);
  }

  @Test
  void aDraftThatIsWithTheCustomerIsNotAbandoned() {
    var draft = shop.draft(complete());
    var quote = desk.send(quote(draft));
    var path = DraftTests.path(draft);

    shop.api().patch(path, body().with("status", "ABANDONED")).refused(409);

    assertThat(shop.api().get(path).ok().at("/status")).isEqualTo("DRAFT");
    desk.answer(quote, "accept").ok();
    assertThat(shop.api().get(path).ok().at("/status")).isEqualTo("ACCEPTED");
  }

  private AnyBody outlet(String region) {
    return body()
        .with("category", "PICKUP")
        .with("name", "Outlet")
        .with("address", DraftTests.address("BD").with("region", region));
  }

  @Test
  void whatDecidesNoPriceChangesWhereverTheOutletIsByThen() {
    shop.api()
        .post(
            "/orders/markets/" + shop.market() + "/taxes",
            body().with("name", "VAT").with("percentage", 20).with("regions", list("Sylhet")))
        .ok();
    var outlet = shop.api().post(shop.services(), outlet("Dhaka")).ok().at("/id");
    var draft =
        shop.draft(
            complete()
                .with("contact", body().with("phone", "+880 1"))
                .with("fulfilment", body().with("serviceId", outlet)));
    var path = DraftTests.path(draft);
    var quote = desk.send(quote(draft));
    shop.api().put(shop.services() + "/" + outlet, outlet("Sylhet")).ok();

    var noted = shop.api().patch(path, body().with("internalNote", "Call first")).ok();
    assertThat(noted.at("/internalNote")).isEqualTo("Call first");
    assertThat(noted.number("/total")).isEqualTo(1250);
    shop.api().patch(path, body().with("discountAmount", 50)).refused(409);
    desk.answer(quote, "accept").ok();
    var paid = shop.api().patch(path, body().with("paymentMethod", "CASH")).ok();
    assertThat(paid.number("/total")).isEqualTo(1250);
    assertThat(DraftTests.blockers(paid)).isEmpty();
    assertThat(
            shop.api()
                .post(path + "/place", body().with("contactPhone", "+880 1"))
                .ok()
                .number("/total"))
        .isEqualTo(1250);
  }

  @Test
  void whatDecidesNoPriceChangesWhateverTheServiceIsByThen() {
    var draft = shop.draft(complete());
    var path = DraftTests.path(draft);
    desk.answer(desk.send(quote(draft)), "accept").ok();
    shop.api().put(shop.services() + "/" + rider, outlet("Sylhet")).ok();
    var before = shop.api().get(path).ok();

    assertThat(shop.api().patch(path, body()).ok().text()).isEqualTo(before.text());
    assertThat(
            shop.api()
                .patch(path, body().with("shippingAddress", DraftTests.address("BD")))
                .ok()
                .text())
        .isEqualTo(before.text());
    var paid =
        shop.api()
            .patch(
                path,
                body()
                    .with("paymentMethod", "CASH")
                    .with("contact", body().with("phone", "+880 1"))
                    .with("billingSameAsShipping", false)
                    .with("billingAddress", DraftTests.address("BD")))
            .ok();
    assertThat(paid.number("/fee")).isEqualTo(6000);
    assertThat(paid.number("/total")).isEqualTo(7250);
    assertThat(DraftTests.blockers(paid)).isEmpty();
  }

  @Test
  void whatDecidesNoPriceChangesWhateverTheMarketSellsByThen() {
    var another = Shop.market(shop.clinic(), "UK", "GBP", "GB", true);
    var spoon = shop.item("Spoon", 300);
    var draft = shop.draft(complete().with("items", list(line(mug), line(spoon))));
    var path = DraftTests.path(draft);
    var quote = quote(draft);
    shop.price(spoon);
    shop.api().patch(path, body().with("marketId", another)).ok();
    shop.api()
        .patch(
            path, complete().without("items").without("customerId").with("marketId", shop.market()))
        .ok();
    desk.send(quote, "email").ok();

    var noted = shop.api().patch(path, body().with("internalNote", "Call first")).ok();
    assertThat(noted.number("/total")).isEqualTo(7250);
    assertThat(noted.at("/items/1/priceSource")).isEqualTo("NONE");
    desk.answer(quote, "accept").ok();
    shop.api()
        .patch(
            path,
            body().with("paymentMethod", "CASH").with("contact", body().with("phone", "+880 1")))
        .ok();
    assertThat(
            shop.api()
                .post(path + "/place", body().with("contactPhone", "+880 1"))
                .ok()
                .number("/total"))
        .isEqualTo(7550);
  }

  @Test
  void whatWasAcceptedIsPlacedThoughNoneOfItIsOfferedAnyMore() {
    var draft =
        shop.draft(
            complete()
                .with("contact", body().with("phone", "+880 1"))
                .with("paymentMethod", "CASH"));
    var path = DraftTests.path(draft);
    var quote = desk.send(quote(draft));
    desk.answer(quote, "accept").ok();
    shop.price(mug);
    shop.price(desk.read(quote).at("/items/1/itemId"));
    shop.api().delete(shop.services() + "/" + rider).ok();

    assertThat(DraftTests.blockers(shop.api().get(path).ok())).isEmpty();
    assertThat(
            shop.api()
                .post(path + "/place", body().with("contactPhone", "+880 1"))
                .ok()
                .number("/total"))
        .isEqualTo(7250);
  }
}

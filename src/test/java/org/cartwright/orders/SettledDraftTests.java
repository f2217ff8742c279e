package org.cartwright.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.util.List;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.bodies.AnyBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of a draft can still be said once its price is settled: a quote of it is with the customer,
 * or was accepted.
 */
@CartwrightTest
class SettledDraftTests {

  private static final String HELD =
      "The cart is locked: one of its quotes is with the patient or waits to be sent; withdraw that quote, or wait for the answer.";

  private static final String ACCEPTED =
      "The customer accepted the draft order as it is, and this would change what was accepted; place it, or duplicate it, change the copy and send a new quote.";

  @Autowired private Clinics clinics;
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

  private AnyBody wanted() {
    return body()
        .with("customerId", customer)
        .with("contact", body().with("phone", "+880 1"))
        .with("paymentMethod", "CASH")
        .with("items", list(line(mug)));
  }

  private AnyBody complete() {
    return wanted()
        .with("fulfilment", body().with("serviceId", rider))
        .with("shippingAddress", DraftTests.address("BD"));
  }

  private Answer quote(Answer draft) {
    return shop.api()
        .post("/billing/quote", aQuote(customer, draft.at("/id")).by(desk.provider()))
        .ok();
  }

  private Answer served(Answer draft) {
    return shop.api().get(DraftTests.path(draft)).ok();
  }

  private static ObjectNode json(Answer draft) {
    return (ObjectNode) draft.json().deepCopy();
  }

  @Test
  void whatIsServedCanBeSentBackWithAnotherNote() {
    var another = Shop.market(shop.clinic(), "UK", "GBP", "GB", true);
    var draft = shop.draft(complete().with("discountAmount", 50));
    var path = DraftTests.path(draft);
    var quote = desk.send(quote(draft));
    tax(15, null);
    shop.api()
        .put(
            shop.services() + "/" + rider,
            body().with("category", "DELIVERY").with("name", "Rider").with("itemId", mug))
        .ok();
    for (var answer : list(null, "accept")) {
      if (answer != null) {
        desk.answer(quote, "accept").ok();
      }
      var before = served(draft);

      assertThat(shop.api().put(path, before.text()).ok().text()).isEqualTo(before.text());

      var noted = json(before).put("internalNote", "Call first " + answer);
      var after = shop.api().put(path, noted.toString()).ok();
      assertThat(after.at("/internalNote")).isEqualTo("Call first " + answer);
      assertThat(after.number("/total")).isEqualTo(7200);

      for (var change :
          list(
              json(after).put("taxExempt", true),
              json(after).put("discountAmount", 51),
              json(after).put("couponCode", "X"),
              json(after).set("items", json(after).arrayNode()))) {
        shop.api().put(path, String.valueOf(change)).refused(409);
      }
      for (var change :
          List.of(
              body().with("taxExempt", true),
              body().with("couponCode", "X"),
              body().with("customerId", null),
              body().with("marketId", another),
              body().with("discountAmount", 51),
              body().with("items", list()),
              body().with("fulfilment", null))) {
        shop.api().patch(path, change).refused(409);
      }
      assertThat(served(draft).text()).isEqualTo(after.text());
    }
  }

  private String tax(int percentage, @Nullable String region) {
    var tax = body().with("name", "VAT").with("percentage", percentage);
    return shop.api()
        .post(
            "/orders/markets/" + shop.market() + "/taxes",
            region == null ? tax : tax.with("regions", list(region)))
        .ok()
        .at("/id");
  }

  private static AnyBody address(String region) {
    return DraftTests.address("BD").with("region", region);
  }

  @Test
  void anAcceptedDraftTakesTheAddressThatDecidesNoFigure() {
    tax(15, null);
    tax(5, "Sylhet");
    var draft = shop.draft(wanted().with("fulfilment", body().with("serviceId", rider)));
    var path = DraftTests.path(draft);
    desk.answer(desk.send(quote(draft)), "accept").ok();
    assertThat(DraftTests.blockers(served(draft))).containsExactly("NO_SHIPPING_ADDRESS");
    var before = served(draft);

    assertThat(
            shop.api()
                .patch(path, body().with("shippingAddress", address("Sylhet")))
                .refused(409)
                .at("/detail"))
        .isEqualTo(ACCEPTED);
    assertThat(served(draft).text()).isEqualTo(before.text());

    var addressed = shop.api().patch(path, body().with("shippingAddress", address("Dhaka"))).ok();
    assertThat(addressed.at("/shippingAddress/region")).isEqualTo("Dhaka");
    assertThat(addressed.number("/total")).isEqualTo(8338);
    assertThat(DraftTests.blockers(addressed)).isEmpty();
    assertThat(place(path).number("/total")).isEqualTo(8338);
  }

  @Test
  void anAcceptedDraftTakesTheServiceThatCostsNothing() {
    var outlet =
        shop.api()
            .post(
                shop.services(),
                body()
                    .with("category", "PICKUP")
                    .with("name", "Outlet")
                    .with("address", address("Dhaka")))
            .ok()
            .at("/id");
    var draft = shop.draft(wanted());
    var path = DraftTests.path(draft);
    desk.answer(desk.send(quote(draft)), "accept").ok();
    var before = served(draft);

    assertThat(
            shop.api()
                .patch(path, body().with("fulfilment", body().with("serviceId", rider)))
                .refused(409)
                .at("/detail"))
        .isEqualTo(ACCEPTED);
    assertThat(served(draft).text()).isEqualTo(before.text());

    shop.api().patch(path, body().with("fulfilment", body().with("serviceId", outlet))).ok();
    var order = place(path);
    assertThat(order.at("/fulfilment/category")).isEqualTo("PICKUP");
    assertThat(order.number("/total")).isEqualTo(1250);
  }

  @Test
  void whatWasAcceptedDecidesWhetherAnAddressChangesAFigure() {
    var tax = tax(5, "Sylhet");
    var pen = shop.item("Pen", 100);
    shop.api()
        .post(
            "/inventory/items/bulk-update-taxes",
            body()
                .with(
                    "updates", list(body().with("itemId", pen).with("exemptedTaxIds", list(tax)))))
        .ok();
    var draft = shop.draft(wanted().with("items", list(line(pen))));
    var path = DraftTests.path(draft);
    var quote = quote(draft);
    shop.api().post("/billing/quote/" + quote.at("/id") + "/items/add", line(mug)).ok();
    desk.answer(desk.send(quote), "accept").ok();

    assertThat(
            shop.api()
                .patch(path, body().with("shippingAddress", address("Sylhet")))
                .refused(409)
                .at("/detail"))
        .isEqualTo(ACCEPTED);
    shop.api().patch(path, body().with("shippingAddress", address("Dhaka"))).ok();
  }

  @Test
  void aDraftWithTheCustomerTakesTheAddressThatDecidesNoFigure() {
    tax(5, "Sylhet");
    var draft = shop.draft(wanted().with("fulfilment", body().with("serviceId", rider)));
    var path = DraftTests.path(draft);
    var quote = desk.send(quote(draft));
    var before = served(draft);

    assertThat(
            shop.api()
                .patch(path, body().with("shippingAddress", address("Sylhet")))
                .refused(409)
                .at("/detail"))
        .isEqualTo(HELD);
    assertThat(served(draft).text()).isEqualTo(before.text());

    shop.api().patch(path, body().with("shippingAddress", address("Dhaka"))).ok();
    desk.withdraw(quote).ok();
    quote = desk.send(quote);
    desk.answer(desk.send(desk.revise(quote, "SAME").ok()), "accept").ok();
    assertThat(place(path).number("/total")).isEqualTo(7250);
  }

  @Test
  void whatIsBeingPreparedBesideGoesWhereTheDraftGoes() {
    tax(5, "Sylhet");
    var draft = shop.draft(wanted().with("fulfilment", body().with("serviceId", rider)));
    var path = DraftTests.path(draft);
    var quote = desk.send(quote(draft));
    var waiting = desk.revise(quote, "SAME").ok();
    desk.sendAt(waiting, "2099-01-01T10:00:00Z").ok();
    var prepared = desk.revise(quote, "SAME").ok();

    shop.api().patch(path, body().with("shippingAddress", address("Dhaka"))).ok();
    desk.withdraw(waiting).ok();
    desk.sendAt(waiting, "2099-01-01T10:00:00Z").ok();
    desk.withdraw(waiting).ok();
    desk.answer(desk.send(prepared), "accept").ok();
    assertThat(place(path).number("/total")).isEqualTo(7250);
  }

  @Test
  void whatIsOnTheDraftOnlyAndWasNotAcceptedIsNotShort() {
    var pen = shop.item("Pen", 100);
    stock(pen, "ALLOW");
    shop.api()
        .post(
            "/orders/stock/" + pen + "/movements",
            body().with("kind", "CORRECTED").with("quantity", -1).with("reason", "Counted"))
        .ok();
    stock(pen, "DENY");
    var draft = shop.draft(complete());
    var path = DraftTests.path(draft);
    var quote = quote(draft);
    shop.api().post(path + "/items", line(pen)).ok();
    assertThat(DraftTests.blockers(served(draft))).containsExactly("OUT_OF_STOCK");
    desk.answer(desk.send(quote), "accept").ok();

    assertThat(DraftTests.blockers(served(draft))).isEmpty();
    assertThat(served(draft).at("/items/1/availability/short")).isEqualTo("false");
    assertThat(place(path).number("/total")).isEqualTo(7250);
  }

  private void stock(String item, String policy) {
    shop.api().put("/orders/stock/" + item, body().with("policy", policy)).ok();
  }

  @Test
  void aServiceThatGetsGoodsToCustomersInAnotherWayByNowChangesNoAcceptedDraft() {
    var draft = shop.draft(complete());
    var path = DraftTests.path(draft);
    desk.answer(desk.send(quote(draft)), "accept").ok();
    fetched(rider);

    var accepted = served(draft);
    assertThat(accepted.at("/fulfilment/category")).isEqualTo("DELIVERY");
    assertThat(shop.api().put(path, accepted.text()).ok().text()).isEqualTo(accepted.text());
    var order = place(path);
    assertThat(order.at("/fulfilment/category")).isEqualTo("DELIVERY");
    assertThat(order.number("/total")).isEqualTo(7250);
  }

  @Test
  void anUnplacedDraftIsFetchedFromAServiceThatIsAnOutletByNowOnceItIsPricedAnew() {
    var draft = shop.draft(complete());
    var path = DraftTests.path(draft);
    fetched(rider);

    var before = served(draft);
    assertThat(before.at("/fulfilment/category")).isEqualTo("DELIVERY");
    var after = shop.api().put(path, before.text()).ok();
    assertThat(after.at("/fulfilment/category")).isEqualTo("PICKUP");
    assertThat(after.number("/fee")).isZero();
  }

  private void fetched(String service) {
    shop.api()
        .put(
            shop.services() + "/" + service,
            body()
                .with("category", "PICKUP")
                .with("name", "Outlet")
                .with("address", address("Dhaka")))
        .ok();
  }

  @Test
  void aServiceThatIsChosenAgainHasTheFeeOfToday() {
    var draft = shop.draft(complete());
    var path = DraftTests.path(draft);
    var fee = shop.api().get("/billing/cart/" + draft.at("/id")).ok().at("/items/1/itemId");
    var again = body().with("fulfilment", body().with("serviceId", rider));
    shop.price(fee, body().with("marketId", shop.market()).with("price", 7000));
    assertThat(shop.api().put(path, draft.text()).ok().text()).isEqualTo(draft.text());

    var chosen = shop.api().patch(path, again).ok();
    assertThat(chosen.number("/fee")).isEqualTo(7000);
    assertThat(chosen.number("/total")).isEqualTo(8250);
    shop.price(fee);
    assertThat(shop.api().patch(path, again).ok().number("/fee")).isEqualTo(7000);

    desk.answer(desk.send(quote(chosen)), "accept").ok();
    shop.price(fee, body().with("marketId", shop.market()).with("price", 8000));
    assertThat(shop.api().patch(path, again).ok().number("/fee")).isEqualTo(7000);
  }

  private Answer place(String path) {
    return shop.api().post(path + "/place", body().with("contactPhone", "+880 1")).ok();
  }
}

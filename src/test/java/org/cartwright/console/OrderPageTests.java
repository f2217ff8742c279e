package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.cartwright.charges.PaymentDesk;
import org.cartwright.orders.Shop;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the shop's desk does with its orders, without any scripts. */
@CartwrightTest
class OrderPageTests {

  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
  private static final String PHONE = "+880 1712 345678";

  @Autowired private Clinics clinics;

  private Shop shop;
  private DeskBrowser desk;
  private String ana;
  private String rahim;
  private String order;

  @BeforeEach
  void anOrderOfRahim() {
    shop = Shop.open(clinics);
    ana = DeskBrowser.member(clinics, shop.clinic(), "Ana", DeskRole.FRONT_DESK);
    rahim = shop.clinic().patient(aPatient("Rahim", "Uddin").phone(PHONE));
    var draft =
        shop.draft(
            body()
                .with("customerId", rahim)
                .with("items", list(line(shop.item("Mug", 1250)).quantity(2)))
                .with("fulfilment", body().with("serviceId", shop.service("SHIPPING", "Post", 500)))
                .with("paymentMethod", "CARD")
                .with(
                    "shippingAddress",
                    body()
                        .with("line1", "12 Motijheel")
                        .with("city", "Dhaka")
                        .with("country", "BD")));
    order =
        shop.api()
            .post(
                "/orders/drafts/" + draft.at("/id") + "/place", body().with("contactPhone", PHONE))
            .ok()
            .at("/id");
    desk = new DeskBrowser(clinics).signIn(clinics, shop.clinic(), "Ana");
  }

  private String path() {
    return "/console/orders/" + order;
  }

  private String seen() {
    var found = SEEN.matcher(desk.get(path()).ok().text());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private Answer send(String form, String... fields) {
    var all = new LinkedHashMap<String, String>();
    all.put("seen", seen());
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    return desk.post(path() + form, all);
  }

  private String status() {
    return shop.api().get("/orders/" + order).ok().at("/status");
  }

  private static void done(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(303);
  }

  private static String page(int status, Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    return answer.text();
  }

  @Test
  void anOrderIsFoundApprovedShippedAndFulfilled() {
    for (var found : new String[] {"", "?q=ord-000000000001", "?q=uddin", "?status=PENDING"}) {
      assertThat(desk.get("/console/orders" + found).ok().text())
          .contains("1 order", "#ORD-000000000001", "Rahim Uddin", "BDT\u00a030.00");
    }
    assertThat(desk.get("/console/orders?status=CANCELLED&market=" + shop.market()).ok().text())
        .contains("0 orders", "No order found");
    assertThat(desk.get(path()).ok().text())
        .contains("To be approved", "12 Motijheel", "Post", PHONE, "Placed", "Mug")
        .contains("href=\"/console/patients/%s\"".formatted(rahim))
        .doesNotContain("It was shipped");

    done(send("/approve"));
    assertThat(page(422, send("/goods", "type", "SHIPPED", "carrier", "x".repeat(256))))
        .contains("too long", "x".repeat(256));
    assertThat(page(409, send("/goods", "type", "DELIVERED"))).contains("have them SHIPPED");
    done(send("/goods", "type", "SHIPPED", "carrier", "Sundarban", "tracking", "SC-<4711>"));
    var shipped = desk.get(path()).ok().text();
    assertThat(shipped).contains("On its way", "Sundarban", "SC-&lt;4711&gt;", "Shipped");
    assertThat(shipped).doesNotContain("/cancel");
    assertThat(page(409, send("/cancel", "reason", "late"))).contains("cannot be cancelled");
    done(send("/goods", "type", "DELIVERED"));

    assertThat(desk.get(path()).ok().text()).contains("Fulfilled", "Delivered");
    assertThat(status()).isEqualTo("FULFILLED");
    var pdf = desk.get(path() + "/confirmation.pdf").ok();
    assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
  }

  @Test
  void itIsCancelledWithAReasonAndOnlyAsItWasSeen() {
    assertThat(page(422, send("/cancel", "reason", " "))).contains("Say why");
    var old = seen();
    shop.api().post("/orders/" + order + "/approve", body()).ok();

    for (var form : new String[] {"/cancel", "/approve", "/goods"}) {
      assertThat(
              page(
                  409,
                  desk.post(
                      path() + form, Map.of("seen", old, "reason", "Twice", "type", "SHIPPED"))))
          .contains("Somebody else has moved this order");
    }
    assertThat(status()).isEqualTo("APPROVED");
    done(send("/cancel", "reason", "Ordered <twice>"));

    assertThat(status()).isEqualTo("CANCELLED");
    assertThat(desk.get(path()).ok().text())
        .contains("Ordered &lt;twice&gt;")
        .doesNotContain("/cancel\"", "/approve\"");
  }

  @Test
  void whatWasPaidIsGivenBackByWhoMayGiveBack() {
    var charge = shop.api().get("/orders/" + order).ok().at("/chargeId");
    PaymentDesk.of(shop.clinic()).pay(charge, 1000).ok();

    assertThat(page(403, send("/cancel", "reason", "Twice")))
        .contains("given back by managers and owners", "value=\"Twice\"");
    assertThat(status()).isEqualTo("PENDING");
    DeskBrowser.give(clinics, shop.clinic(), ana, "MANAGER");
    done(send("/cancel", "reason", "Twice"));

    assertThat(status()).isEqualTo("CANCELLED");
    assertThat(desk.get(path()).ok().text()).contains("/console/charges/" + charge);
  }

  @Test
  void whoGivesNothingBackCancelsWhatWasGivenBackBefore() {
    var charge = shop.api().get("/orders/" + order).ok().at("/chargeId");
    var till = PaymentDesk.of(shop.clinic());
    till.refund(till.pay(charge, 1000).ok().at("/id"), 1000).ok();

    done(send("/cancel", "reason", "Twice"));

    assertThat(status()).isEqualTo("CANCELLED");
    assertThat(till.read(charge).number("/payments/0/payment/refunds/0/amount")).isEqualTo(1000);
  }

  @Test
  void whatIsPaidWhileItIsCancelledIsNotGivenBackByWhoMayNot() throws Exception {
    var charge = shop.api().get("/orders/" + order).ok().at("/chargeId");
    var till = PaymentDesk.of(shop.clinic());
    var seen = seen();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var holding = TestDatabase.shared().superuser()) {
      holding.setAutoCommit(false);
      try (var statement = holding.createStatement()) {
        statement.execute("select from charge where id = '%s' for update".formatted(charge));
      }
      var paying = threads.submit(() -> till.pay(charge, 1000));
      await().until(() -> TestDatabase.shared().waitingFor("charge") == 1);
      var cancelling =
          threads.submit(
              () -> desk.post(path() + "/cancel", Map.of("seen", seen, "reason", "Twice")));
      await().until(() -> TestDatabase.shared().waitingFor("charge") == 2);
      holding.rollback();

      paying.get().ok();
      assertThat(page(403, cancelling.get())).contains("given back by managers and owners");
    }
    assertThat(status()).isEqualTo("PENDING");
    assertThat(till.read(charge).at("/status")).isEqualTo("OUTSTANDING");
  }

  @Test
  void anotherShopsOrderIsNoOrder() {
    var seen = seen();
    var other = clinics.open();
    DeskBrowser.member(clinics, other, "Ana", DeskRole.OWNER);
    var stranger = new DeskBrowser(clinics).signIn(clinics, other, "Ana");
    stranger.get("/console/account").ok();

    page(404, stranger.get(path()));
    page(404, stranger.get(path() + "/confirmation.pdf"));
    page(404, stranger.post(path() + "/approve", Map.of("seen", seen)));
    page(404, stranger.post(path() + "/cancel", Map.of("seen", seen, "reason", "x")));
    assertThat(status()).isEqualTo("PENDING");
  }
}

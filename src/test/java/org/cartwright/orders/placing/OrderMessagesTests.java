package org.cartwright.orders.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartwright.testing.bodies.Bodies.body;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cartwright.messages.ReceivedMessages;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The customer of an order is told what becomes of it, once each. */
@CartwrightTest
class OrderMessagesTests {

  @Autowired private Clinics clinics;
  @Autowired private ApplicationContext service;
  @Autowired private JdbcClient jdbc;

  private OrderDesk desk;
  private String shirt;

  @BeforeEach
  void openAShop() {
    desk = OrderDesk.open(clinics);
    shirt = desk.shop().item("Shirt", 59000);
  }

  /** What was posted, in order, whether or not it has left. */
  private List<String> posted() {
    return new ReceivedMessages(service)
        .within(
            desk.shop().clinic().id(),
            () ->
                jdbc.sql("select occasion || ' ' || channel from message order by id")
                    .query(String.class)
                    .list());
  }

  /** All that came, once so much has, and all to this one; the shop is called "The shop". */
  private List<String> received(String to, int count) {
    return in("/dev/inbox?tenant=" + desk.shop().clinic().id(), to, count);
  }

  /** What came to somebody, once so much has. */
  private List<String> receivedBy(String to, int count) {
    return in(
        "/dev/inbox?tenant="
            + desk.shop().clinic().id()
            + "&to="
            + URLEncoder.encode(to, StandardCharsets.UTF_8),
        to,
        count);
  }

  private List<String> in(String inbox, String to, int count) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> desk.api().get(inbox).ok().json().size() >= count);
    var texts = new ArrayList<String>();
    desk.api()
        .get(inbox)
        .ok()
        .json()
        .forEach(
            message -> {
              assertThat(message.get("to").asString()).isEqualTo(to);
              texts.add(
                  (message.get("subject").asString("-") + "\n" + message.get("text").asString())
                      .replace("Clinic " + desk.shop().clinic().id(), "The shop"));
            });
    return texts;
  }

  private Answer placed() {
    return desk.place(desk.draft(shirt, 1)).ok();
  }

  @Test
  void aCustomerIsWrittenToAtPlacingApprovalAndShipping() {
    var order = placed();
    desk.approve(order).ok();
    desk.report(
            order,
            body()
                .with("type", "SHIPPED")
                .with("carrier", "Sundarban Courier")
                .with("trackingNumber", "SC-4711"))
        .ok();
    desk.report(order, "DELIVERED").ok();

    assertThat(posted())
        .containsExactly("ORDER_PLACED EMAIL", "ORDER_APPROVED EMAIL", "ORDER_SHIPPED EMAIL");
    assertThat(received("rahim@mail.example", 3))
        .containsExactlyInAnyOrder(
            """
            Your order #ORD-000000000001 at The shop
            Hello Rahim Uddin,

            Thank you for your order #ORD-000000000001 for BDT\u00a0747.50.

            The shop""",
            """
            Your order #ORD-000000000001 is being prepared
            Hello Rahim Uddin,

            We have confirmed your order #ORD-000000000001 for BDT\u00a0747.50 and are preparing it.

            The shop""",
            """
            Your order #ORD-000000000001 is on its way
            Hello Rahim Uddin,

            Your order #ORD-000000000001 is on its way to you.

            Sundarban Courier
            SC-4711

            The shop""");
  }

  @Test
  void aCustomerIsWrittenToInTheirLanguage() throws IOException {
    var draft = desk.draft(shirt, 1);
    desk.api()
        .put(
            "/user/patient/%s/language".formatted(draft.at("/customer/id")),
            body().with("language", "es"))
        .ok();
    var order = desk.place(draft).ok();

    assertThat(received("rahim@mail.example", 1))
        .containsExactly(
            """
            Su pedido #ORD-000000000001 en The shop
            Hola, Rahim Uddin:

            gracias por su pedido #ORD-000000000001 por BDT\u00a0747.50.

            The shop""");
    try (var pdf =
        Loader.loadPDF(desk.api().file(OrderDesk.path(order) + "/confirmation.pdf").body())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("Confirmación del pedido", "Entrega Reparto propio, Rider")
          .contains("Pago Contra reembolso", "Bangladés", "Dirección de envío")
          .doesNotContain("Order", "Shipping");
    }
  }

  @Test
  void cancelledTwiceItIsToldOnceInTheShopsOwnWords() {
    desk.api()
        .put(
            "/settings/message-templates/ORDER_CANCELLED/EMAIL",
            body()
                .with("subject", "Cancelled: {number}")
                .with("text", "{customer}: {reason} ({total}, {clinic})"))
        .ok();
    var order = placed();
    desk.cancel(order).ok();
    desk.cancel(order).refused(409);

    assertThat(posted()).containsExactly("ORDER_PLACED EMAIL", "ORDER_CANCELLED EMAIL");
    assertThat(received("rahim@mail.example", 2))
        .contains(
            "Cancelled: #ORD-000000000001\nRahim Uddin: Ordered twice (BDT\u00a0747.50, The shop)");
  }

  @Test
  void whoFetchesTheGoodsIsToldWhenAndWhereTheyAre() {
    desk.api()
        .put(
            "/settings/message-templates/ORDER_READY_FOR_PICKUP/SMS",
            body().with("text", "{customer}: fetch {number} ({total}) at {outlet}, {clinic}"))
        .ok();
    var outlet =
        desk.api()
            .post(
                desk.shop().services(),
                body()
                    .with("category", "PICKUP")
                    .with("name", "Motijheel Outlet")
                    .with(
                        "address",
                        body()
                            .with("line1", "12 Motijheel")
                            .with("city", "Dhaka")
                            .with("country", "BD")))
            .ok()
            .at("/id");
    var fetched = desk.order(shirt, 1).with("fulfilment", body().with("serviceId", outlet));
    var byEmail = desk.place(desk.draft(fetched)).ok();
    desk.approve(byEmail).ok();
    desk.report(byEmail, "READY_FOR_PICKUP").ok();
    desk.report(byEmail, "READY_FOR_PICKUP").refused(409);
    var bySms =
        desk.place(
                desk.draft(
                    fetched.with(
                        "contact", body().with("name", "Nadia").with("phone", OrderDesk.PHONE))))
            .ok();
    desk.approve(bySms).ok();
    desk.report(bySms, "READY_FOR_PICKUP").ok();

    assertThat(posted())
        .containsExactly(
            "ORDER_PLACED EMAIL",
            "ORDER_APPROVED EMAIL",
            "ORDER_READY_FOR_PICKUP EMAIL",
            "ORDER_PLACED SMS",
            "ORDER_APPROVED SMS",
            "ORDER_READY_FOR_PICKUP SMS");
    assertThat(receivedBy("rahim@mail.example", 3))
        .contains(
            """
            Your order #ORD-000000000001 can be picked up
            Hello Rahim Uddin,

            Your order #ORD-000000000001 for BDT\u00a0678.50 is ready for you to pick up.

            Motijheel Outlet

            The shop""");
    assertThat(receivedBy(OrderDesk.PHONE, 3))
        .contains(
            "-\nNadia: fetch #ORD-000000000002 (BDT\u00a0678.50) at Motijheel Outlet, The shop");
  }

  @Test
  void withoutAnEmailAddressItIsATextMessage() {
    var draft =
        desk.draft(
            desk.order(shirt, 1)
                .with("contact", body().with("name", "Front desk").with("phone", OrderDesk.PHONE)));
    var order = desk.place(draft).ok();
    desk.approve(order).ok();
    desk.report(order, "SHIPPED").ok();

    assertThat(posted())
        .containsExactly("ORDER_PLACED SMS", "ORDER_APPROVED SMS", "ORDER_SHIPPED SMS");
    assertThat(received(OrderDesk.PHONE, 3))
        .containsExactlyInAnyOrder(
            "-\nThe shop: thank you for your order #ORD-000000000001 for BDT\u00a0747.50.",
            "-\nThe shop: your order #ORD-000000000001 is confirmed and being prepared.",
            "-\nThe shop: your order #ORD-000000000001 is on its way.");
  }

  @Test
  void aRefusedPlacingTellsNobodyAndARepeatedOneNothingMore() {
    desk.stock(shirt, "DENY", 1);
    var api = desk.api().with("Idempotency-Key", "call-18");
    var phone = body().with("contactPhone", OrderDesk.PHONE);
    var tooMany = desk.draft(shirt, 2);

    assertThat(OrderDesk.blockers(desk.place(tooMany))).containsExactly("OUT_OF_STOCK");
    assertThat(posted()).isEmpty();

    var path = OrderDesk.draftPath(desk.draft(shirt, 1)) + "/place";
    api.post(path, phone).ok();
    api.post(path, phone).ok();
    assertThat(posted()).containsExactly("ORDER_PLACED EMAIL");
  }
}

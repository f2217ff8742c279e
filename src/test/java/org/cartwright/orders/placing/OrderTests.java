package org.cartwright.orders.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.cartwright.orders.Shop;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Orders are found, approved and followed until the customer has the goods. */
@CartwrightTest
class OrderTests {

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;

  private OrderDesk desk;
  private String shirt;

  @BeforeEach
  void openAShop() {
    desk = OrderDesk.open(clinics);
    shirt = desk.shop().item("Shirt", 59000);
  }

  private Answer placed(int quantity) {
    return desk.place(desk.draft(shirt, quantity)).ok();
  }

  private List<String> found(String query) {
    var numbers = new ArrayList<String>();
    var page = desk.api().get("/orders" + query).ok();
    page.json()
        .get("data")
        .forEach(one -> numbers.add(one.get("number").asString().replaceFirst("#ORD-0*", "")));
    return numbers;
  }

  @Test
  void anOrderIsApprovedShippedAndDelivered() {
    var order = placed(1);
    assertThat(desk.report(order, "SHIPPED").refused(409).at("/detail"))
        .isEqualTo("The order is PENDING; approve it before its goods leave.");

    var approved = desk.approve(order).ok();
    assertThat(approved.at("/status")).isEqualTo("APPROVED");
    assertThat(approved.at("/fulfilment/status")).isEqualTo("PREPARING");
    assertThat(approved.at("/approvedDate")).isEqualTo(approved.at("/updatedDate"));
    var shipped =
        desk.report(
                order,
                body()
                    .with("type", "SHIPPED")
                    .with("carrier", "Sundarban Courier")
                    .with("trackingNumber", "SC-4711"))
            .ok();
    assertThat(shipped.at("/fulfilment/carrier")).isEqualTo("Sundarban Courier");
    assertThat(shipped.at("/fulfilment/trackingNumber")).isEqualTo("SC-4711");
    var delivered = desk.report(order, "DELIVERED").ok();

    assertThat(delivered.at("/status")).isEqualTo("FULFILLED");
    assertThat(delivered.at("/fulfilment/status")).isEqualTo("DELIVERED");
    assertThat(delivered.at("/fulfilment/trackingNumber")).isEqualTo("SC-4711");
    var timeline = desk.api().get(OrderDesk.path(order) + "/timeline").ok();
    assertThat(desk.timeline(order)).containsExactly("PLACED", "APPROVED", "SHIPPED", "DELIVERED");
    assertThat(timeline.at("/events/2/detail")).isEqualTo("Sundarban Courier, SC-4711");
    assertThat(timeline.at("/events/2/actor")).isEqualTo("SHOP");
    assertThat(timeline.at("/number")).isEqualTo("#ORD-000000000001");
  }

  @Test
  void ofSeveralWhoReportADeliveryAtOnceOneIsTakenNoteOf() {
    var order = placed(1);
    desk.approve(order).ok();
    desk.report(order, "SHIPPED").ok();

    var answers =
        AtOnce.all(
            Collections.nCopies(
                6,
                (Callable<Answer>)
                    () -> OrderDesk.patiently(() -> desk.report(order, "DELIVERED"))));

    assertThat(answers).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 409);
    assertThat(desk.read(order).at("/status")).isEqualTo("FULFILLED");
    assertThat(desk.timeline(order)).containsExactly("PLACED", "APPROVED", "SHIPPED", "DELIVERED");
  }

  @Test
  void whatIsWrongWithAReportIsToldAtOnce() {
    var order = placed(1);
    desk.approve(order).ok();

    assertThat(
            desk.report(
                    order,
                    body()
                        .with("type", "DELIVERED")
                        .with("carrier", "Rider")
                        .with("trackingNumber", "R-1"))
                .violations())
        .containsExactly("[body, carrier] value_error", "[body, trackingNumber] value_error");
    assertThat(desk.api().post(OrderDesk.path(order) + "/cancel", body()).violation())
        .isEqualTo("[body, reason] missing");
    assertThat(
            desk.api()
                .post(OrderDesk.path(order) + "/cancel", body().with("reason", " \n"))
                .violation())
        .isEqualTo("[body, reason] value_error");
    assertThat(desk.read(order).at("/fulfilment/status")).isEqualTo("PREPARING");
    assertThat(desk.timeline(order)).containsExactly("PLACED", "APPROVED");
  }

  @Test
  void aChargeSaysOfItsOrderInTheShopsLanguage() {
    var clinic = clinics.open("UTC", "BDT", "es-ES");
    var tienda = OrderDesk.at(new Shop(clinic, Shop.market(clinic, "BD", "BDT", "BD", false)));
    var order = tienda.place(tienda.draft(tienda.shop().item("Camisa", 59000), 1)).ok();

    assertThat(tienda.charge(order).at("/description")).isEqualTo("Pedido #ORD-000000000001");
    tienda.cancel(order).ok();
    assertThat(
            tienda
                .api()
                .get("/billing/charge/timeline?charge_id=" + order.at("/chargeId"))
                .ok()
                .text())
        .contains("El pedido #ORD-000000000001 se canceló: Ordered twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%23ORD-000000000001", "ORD-000000000001", "ord-1"})
  void anOrderIsNamedByItsNumberInAnySpelling(String number) {
    var order = placed(1);

    assertThat(desk.api().get("/orders/" + number).ok().text()).isEqualTo(order.text());
    assertThat(desk.api().post("/orders/" + number + "/approve", "").ok().at("/id"))
        .isEqualTo(order.at("/id"));
    assertThat(desk.api().get("/orders/" + number + "/timeline").ok().at("/orderId"))
        .isEqualTo(order.at("/id"));
  }

  @Test
  void ordersAreFilteredAndSorted() {
    var first = placed(1);
    var second = placed(3);
    var third = placed(2);
    desk.approve(second).ok();
    desk.cancel(third).ok();
    var market = desk.shop().market();
    var total = second.number("/total");

    assertThat(found("")).containsExactly("3", "2", "1");
    assertThat(found("?per_page=1&page=2")).containsExactly("2");
    assertThat(found("?statuses=PENDING&statuses=CANCELLED")).containsExactly("3", "1");
    assertThat(found("?statuses=")).containsExactly("3", "2", "1");
    assertThat(found("?statuses=&search=Rahim")).containsExactly("3", "2", "1");
    assertThat(found("?statuses=PENDING&statuses=")).containsExactly("1");
    assertThat(found("?market_id=" + market)).containsExactly("3", "2", "1");
    assertThat(found("?market_id=none")).isEmpty();
    assertThat(found("?customer_id=" + first.at("/customer/id"))).containsExactly("1");
    assertThat(found("?total_from=%d&total_to=%d".formatted(total, total))).containsExactly("2");
    var moment = Instant.parse(second.at("/createdDate"));
    assertThat(found("?created_from=%s".formatted(moment))).containsExactly("3", "2");
    assertThat(found("?created_to=%s".formatted(moment))).containsExactly("2", "1");
    assertThat(found("?created_from=%1$s&created_to=%1$s".formatted(moment))).containsExactly("2");
    assertThat(found("?created_to=2001-01-01")).isEmpty();
    assertThat(found("?created_from=2001-01-01")).hasSize(3);
    for (var list : List.of("/orders", "/orders.csv")) {
      assertThat(desk.api().get(list + "?total_from=-1").violation())
          .as(list)
          .isEqualTo("[query, total_from] greater_than_equal");
      assertThat(desk.api().get(list + "?total_to=-1").violation())
          .as(list)
          .isEqualTo("[query, total_to] greater_than_equal");
    }
    assertThat(found("?sort_by=total")).containsExactly("1", "3", "2");
    assertThat(found("?sort_by=number&sort_direction=asc")).containsExactly("1", "2", "3");
    assertThat(found("?sort_direction=asc")).containsExactly("1", "2", "3");
    assertThat(found("?sort_direction=desc")).containsExactly("3", "2", "1");
    assertThat(desk.api().get("/orders?per_page=1").ok().number("/total")).isEqualTo(3);
    assertThat(desk.api().get("/orders?statuses=NONE&page=0").violations()).hasSize(2);
  }

  @Test
  void theTableHasWhatIsFoundNewestFirst() {
    var first = placed(1);
    var second = placed(2);
    desk.approve(first).ok();

    var file = desk.api().file("/orders.csv?statuses=");

    assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("orders.csv");
    assertThat(new String(file.body(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            id,number,status,fulfilment_status,market,customer_id,contact_name,contact_email,contact_phone,item_count,total,currency,created_date,updated_date
            %s,#ORD-000000000002,PENDING,,BD,%s,Rahim Uddin,rahim@mail.example,'+880 1712 345678,1,%s,BDT,%s,%s
            %s,#ORD-000000000001,APPROVED,PREPARING,BD,%s,Rahim Uddin,rahim@mail.example,'+880 1712 345678,1,%s,BDT,%s,%s
            """
                .replace("\n", "\r\n")
                .formatted(
                    second.at("/id"),
                    second.at("/customer/id"),
                    "1426.00",
                    second.at("/createdDate"),
                    second.at("/updatedDate"),
                    first.at("/id"),
                    first.at("/customer/id"),
                    "747.50",
                    first.at("/createdDate"),
                    desk.api().get(OrderDesk.path(first)).ok().at("/updatedDate")));
    assertThat(
            new String(
                    desk.api().file("/orders.csv?statuses=CANCELLED").body(),
                    StandardCharsets.UTF_8)
                .lines())
        .hasSize(1);
    assertThat(
            new String(
                desk.api().file("/orders.csv?statuses=&created_from=2001-01-01").body(),
                StandardCharsets.UTF_8))
        .isEqualTo(new String(file.body(), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "+", "-", "@", "\t", "\r"})
  void noTextInTheTableIsAFormula(String beginning) {
    var order = placed(1);
    TestDatabase.shared()
        .executeAsSuperuser(
            "update placed_order set contact_name = E'%s' where tenant_id = '%s' and id = '%s'"
                .formatted(
                    beginning.replace("\t", "\\t").replace("\r", "\\r") + "1+1",
                    desk.shop().clinic().id(),
                    order.at("/id")));

    assertThat(new String(desk.api().file("/orders.csv").body(), StandardCharsets.UTF_8))
        .contains(beginning.equals("\r") ? ",\"'\r1+1\"," : ",'" + beginning + "1+1,");
  }

  @Test
  void ordersAreSearchedByNumberNameEmailAndPhone() {
    placed(1);
    desk.place(
            desk.draft(
                desk.order(shirt, 1)
                    .with(
                        "customer",
                        body()
                            .with("firstName", "Ayesha")
                            .with("lastName", "Khatun")
                            .with("email", "ayesha@post.example"))
                    .with(
                        "contact",
                        body().with("name", "Front desk").with("phone", "01819-998877"))),
            "01819998877")
        .ok();

    for (var term :
        List.of(
            "%23ORD-000000000002",
            "ord-000000000002",
            "0002",
            "2",
            "%232",
            "%E0%A7%A8",
            "%E0%A7%AF%E0%A7%AF%E0%A7%AE%E0%A7%AE%E0%A7%AD%E0%A7%AD",
            "ord-02",
            "ront%20des",
            "khatun",
            "ayesha@post",
            "99%2088%2077",
            "01819998877")) {
      assertThat(found("?search=" + term)).as(term).containsExactly("2");
    }
    assertThat(found("?search=rahim")).containsExactly("1");
    assertThat(found("?search=1712%20345")).containsExactly("1");
    assertThat(found("?search=3")).isEmpty();
    assertThat(found("?search=1234567890123")).isEmpty();
    assertThat(found("?search=%25")).isEmpty();
    assertThat(found("?search=")).containsExactly("2", "1");
  }

  @Test
  void aListTakesAsManyStatementsForManyAsForOne() {
    var order = placed(1);
    var one = statements.during(() -> desk.api().get("/orders").ok());
    placed(1);
    placed(1);

    assertThat(statements.during(() -> desk.api().get("/orders").ok())).isEqualTo(one);
    assertThat(statements.during(() -> desk.api().get("/orders?search=rahim").ok()))
        .isLessThanOrEqualTo(one);
    assertThat(statements.during(() -> desk.read(order))).isLessThanOrEqualTo(one);
  }
}

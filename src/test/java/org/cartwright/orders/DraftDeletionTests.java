package org.cartwright.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestDatabase;
import org.cartwright.testing.bodies.Body;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A draft is deleted for good, and its customer's addresses are remembered while it is there. */
@CartwrightTest
class DraftDeletionTests {

  @Autowired private Clinics clinics;
  private Shop shop;

  @BeforeEach
  void openAShop() {
    shop = Shop.open(clinics);
  }

  private Answer draft(String customer, String street) {
    return shop.api()
        .post(
            "/orders/drafts",
            body()
                .with("customerId", customer)
                .with("shippingAddress", address(street))
                .with("items", List.of(line(shop.item("Mug", 1000)))))
        .ok();
  }

  private static Body<?> address(String street) {
    return body().with("line1", street).with("city", "Dhaka").with("country", "BD");
  }

  private List<String> addresses() {
    return addresses("5550109999");
  }

  private List<String> addresses(String phone) {
    var streets = new java.util.ArrayList<String>();
    shop.api()
        .get("/orders/customers?search=" + phone)
        .ok()
        .json()
        .at("/0/addresses")
        .forEach(address -> streets.add(address.get("line1").asString()));
    return streets;
  }

  /** How many rows of the shop have a text in them anywhere, in all tables. */
  private long rowsWith(String text) {
    try (var superuser = TestDatabase.shared().superuser();
        var statement =
            superuser.prepareStatement(
                """
                select (select count(*) from cart c where c.tenant_id = ? and c::text like ?)
                     + (select count(*) from cart_line l where l.tenant_id = ? and l::text like ?)
                     + (select count(*) from cart_order o where o.tenant_id = ? and o::text like ?)
                     + (select count(*) from draft_order d where d.tenant_id = ? and d::text like ?)
                     + (select count(*) from customer_address a where a.tenant_id = ? and a::text like ?)
                """)) {
      for (int i = 1; i <= 9; i += 2) {
        statement.setString(i, shop.clinic().id());
        statement.setString(i + 1, "%" + text + "%");
      }
      var rows = statement.executeQuery();
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> tombstones() {
    try (var superuser = TestDatabase.shared().superuser();
        var statement =
            superuser.prepareStatement(
                "select cart_id || ' ' || key_id from draft_tombstone where tenant_id = ?")) {
      statement.setString(1, shop.clinic().id());
      var rows = statement.executeQuery();
      var found = new java.util.ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void nothingOfADeletedDraftIsLeftButThatItWasThere() {
    var draft = draft(shop.clinic().patient(), "7 Secret Street");
    assertThat(rowsWith("Secret")).isEqualTo(2);

    assertThat(shop.api().delete(DraftTests.path(draft)).ok().text()).isEqualTo("true");

    assertThat(rowsWith("Secret")).isZero();
    assertThat(rowsWith(draft.at("/id"))).isZero();
    assertThat(tombstones()).containsExactly(draft.at("/id") + " " + shop.clinic().keyId());
    shop.api().get(DraftTests.path(draft)).refused(404);
    shop.api().delete(DraftTests.path(draft)).refused(404);
    assertThat(shop.api().get("/billing/cart").ok().text()).contains("\"total\":0");
    assertThat(addresses()).isEmpty();
  }

  @Test
  void aDraftOfNobodyIsDeletedToo() {
    var draft = shop.draft(body().with("internalNote", "Secret"));
    assertThat(rowsWith("Secret")).isOne();

    shop.api().delete(DraftTests.path(draft)).ok();

    assertThat(rowsWith(draft.at("/id"))).isZero();
    assertThat(shop.api().get("/billing/cart").ok().number("/total")).isZero();
  }

  @Test
  void aDraftThatIsWithTheCustomerIsNotDeletedAndOneThatWasIs() {
    var patient = shop.clinic().patient();
    var draft = draft(patient, "7 Secret Street");
    var quote =
        shop.api()
            .post(
                "/billing/quote",
                aQuote(patient, draft.at("/id")).with("creatorId", shop.clinic().provider()))
            .ok()
            .at("/id");
    var sent = body().with("quoteId", quote).with("method", "sms");
    shop.api().post("/billing/quote/send", sent).ok();
    var held = shop.api().get(DraftTests.path(draft)).ok();
    assertThat(DraftTests.blockers(held)).contains("WITH_THE_CUSTOMER");
    assertThat(held.at("/quoteIds/0")).isEqualTo(quote);
    shop.api().delete(DraftTests.path(draft)).refused(409);
    assertThat(shop.api().get(DraftTests.path(draft)).ok().text()).isEqualTo(held.text());

    shop.api()
        .post("/billing/quote/respond", body().with("quoteId", quote).with("response", "decline"))
        .ok();
    shop.api().delete(DraftTests.path(draft)).ok();

    assertThat(rowsWith("Secret")).isZero();
    shop.api().get(DraftTests.path(draft)).refused(404);
    shop.api().get("/billing/quote/" + quote).ok();
  }

  @Test
  void whatDecidesNoPriceCanStillBeSaidOnceTheCustomerAccepted() {
    var patient = shop.clinic().patient();
    var draft = draft(patient, "7 Secret Street");
    var quote =
        shop.api()
            .post(
                "/billing/quote",
                aQuote(patient, draft.at("/id")).with("creatorId", shop.clinic().provider()))
            .ok()
            .at("/id");
    shop.api()
        .post("/billing/quote/send", body().with("quoteId", quote).with("method", "sms"))
        .ok();
    shop.api()
        .post("/billing/quote/respond", body().with("quoteId", quote).with("response", "accept"))
        .ok();
    var path = DraftTests.path(draft);

    var said =
        shop.api()
            .patch(
                path,
                body().with("paymentMethod", "CARD").with("contact", body().with("phone", "1")))
            .ok();

    assertThat(said.at("/status")).isEqualTo("ACCEPTED");
    assertThat(said.at("/paymentMethod")).isEqualTo("CARD");
    assertThat(DraftTests.blockers(said)).containsExactly("NO_FULFILMENT");
    shop.api().patch(path, body().with("taxExempt", true)).refused(409);
    shop.api().patch(path, body().with("discountAmount", 1)).refused(409);
    shop.api().delete(path).refused(409);
    assertThat(shop.api().get(path).ok().text()).isEqualTo(said.text());
  }

  @Test
  void addressesAreRememberedAndOfferedLatestFirst() {
    var patient = shop.clinic().patient();
    var first = draft(patient, "1 First Street");
    draft(patient, "2 Second Street");
    assertThat(addresses()).containsExactly("2 Second Street", "1 First Street");

    draft(patient, "1 First Street");
    assertThat(addresses()).containsExactly("1 First Street", "2 Second Street");

    shop.api().delete(DraftTests.path(first)).ok();
    assertThat(addresses()).containsExactly("1 First Street", "2 Second Street");
    var other = Shop.open(clinics);
    other.clinic().patient();
    assertThat(other.api().get("/orders/customers").ok().json().at("/0/addresses").size()).isZero();
  }

  @Test
  void tenAddressesOfEachCustomerAreOfferedTheOnesUsedLast() {
    for (var phone : List.of("+880 1711111", "+880 1722222")) {
      var customer = body().with("firstName", "Rahim").with("phone", phone);
      var rahim = shop.draft(body().with("customer", customer)).at("/customerId");
      for (int n = 1; n <= 12; n++) {
        shop.draft(
            body().with("customerId", rahim).with("shippingAddress", address(n + " Green Road")));
      }
    }

    var found = shop.api().get("/orders/customers?search=Rahim").ok().json();

    assertThat(found).hasSize(2);
    found.forEach(
        customer ->
            assertThat(customer.get("addresses"))
                .extracting(address -> address.get("line1").asString())
                .containsExactlyElementsOf(
                    IntStream.rangeClosed(3, 12).mapToObj(n -> 15 - n + " Green Road").toList()));
  }

  @Test
  void anAddressIsForgottenOnceItStandsOnTheOnlyDraftThatUsedItNoMore() {
    var patient = shop.clinic().patient();
    var draft = draft(patient, "7 Secret Street");
    draft(patient, "1 First Street");

    patch(draft, body().with("shippingAddress", address("8 Green Road")));
    assertThat(rowsWith("Secret")).isZero();
    assertThat(addresses()).containsExactly("8 Green Road", "1 First Street");

    patch(draft, body().with("shippingAddress", address("1 First Street")));
    patch(draft, body().with("shippingAddress", null));
    assertThat(addresses()).containsExactly("1 First Street");
  }

  @Test
  void anAddressIsNotOfTheCustomerWhomTheDraftWasTakenFrom() {
    var draft = draft(shop.clinic().patient(), "7 Secret Street");

    var nadia =
        body().with("customer", body().with("firstName", "Nadia").with("phone", "+880 1999999"));
    patch(draft, nadia);
    assertThat(addresses()).isEmpty();
    assertThat(addresses("8801999999")).containsExactly("7 Secret Street");
    assertThat(rowsWith("Secret")).isEqualTo(2);

    patch(draft, body().with("customerId", null));
    assertThat(addresses("8801999999")).isEmpty();
    assertThat(rowsWith("Secret")).isOne();
  }

  @Test
  void twoDraftsWithTheSameAddressesTheOtherWayRoundWaitInLine() throws Exception {
    var patient = shop.clinic().patient();
    var first = draft(patient, "1 First Street");
    draft(patient, "2 Second Street");
    var swapped =
        body()
            .with("shippingAddress", address("2 Second Street"))
            .with("billingAddress", address("1 First Street"));
    var row =
        "select from customer_address where tenant_id = '%s' and used_line1 = '%s' for update";
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var database = TestDatabase.shared().superuser();
        var statement = database.createStatement()) {
      database.setAutoCommit(false);
      statement.execute(row.formatted(shop.clinic().id(), "1 First Street"));
      var patched = threads.submit(() -> patch(first, swapped));
      Awaitility.await()
          .pollInterval(Duration.ofMillis(5))
          .until(() -> TestDatabase.shared().waitingFor("customer_address") == 1);

      statement.execute(row.formatted(shop.clinic().id(), "2 Second Street") + " nowait");

      database.commit();
      assertThat(patched.get().at("/billingAddress/line1")).isEqualTo("1 First Street");
    }
  }

  private Answer patch(Answer draft, Body<?> update) {
    return shop.api().patch(DraftTests.path(draft), update).ok();
  }

  @Test
  void whoDeletesAndWhoEditsWaitForEachOther() {
    var patient = shop.clinic().patient();
    for (int round = 0; round < 5; round++) {
      var draft = draft(patient, "7 Secret Street");
      var path = DraftTests.path(draft);
      var statuses =
          AtOnce.all(
              List.<Callable<Integer>>of(
                  () -> shop.api().delete(path).status(),
                  () -> shop.api().patch(path, body().with("internalNote", "Secret")).status(),
                  () ->
                      shop.api()
                          .patch(path, body().with("shippingAddress", address("8 Secret Street")))
                          .status()));

      assertThat(statuses.getFirst()).isEqualTo(200);
      assertThat(statuses.subList(1, 3)).allMatch(status -> status == 200 || status == 404);
      assertThat(rowsWith("Secret")).isZero();
    }
    assertThat(tombstones()).hasSize(5);
  }
}

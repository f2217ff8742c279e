package org.cartwright.carts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.jobs.CartExpiry;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@CartwrightTest
class CartLifecycleTests {

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  @Autowired private CartExpiry oldCarts;

  private static Instant inDays(long days) {
    return Instant.now().plus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);
  }

  private void catchUp(Clinic clinic) {
    CurrentTenant.within(clinic.id(), oldCarts::catchUp);
  }

  private static Answer cartExpiring(Clinic clinic, Instant expires) {
    return clinic
        .api()
        .post(
            "/billing/cart",
            aCart().of(clinic.patient()).expires(expires).with(line(clinic.item("Filler", 1000))))
        .ok();
  }

  private static void assertRefusesEveryEdit(Clinic clinic, Answer cart, String... parts) {
    var before = ServedCart.read(clinic, cart);
    var item = cart.at("/items/0/itemId");
    var same = ServedCart.sentBack(before);
    same.remove("status");
    same.put("notes", "changed");
    var api = clinic.api();
    for (var refused :
        List.of(
            api.put(ServedCart.path(cart), same.toString()),
            api.post(ServedCart.path(cart) + "/items", line(item)),
            api.put(ServedCart.linePath(cart, 0), line().quantity(2)),
            api.delete(ServedCart.linePath(cart, 0)))) {
      assertThat(refused.refused(409).at("/detail")).contains(parts);
    }
    assertThat(ServedCart.read(clinic, cart).text()).isEqualTo(before.text());
  }

  @Test
  void anOverdueCartIsExpiredAtOnceForEverybody() {
    var clinic = clinics.open();
    var expires = inDays(3);
    var cart = cartExpiring(clinic, expires);
    assertThat(cart.at("/status")).isEqualTo("DRAFT");
    assertThat(cart.at("/expiresDate")).isEqualTo(expires.toString());

    clock.in(
        Duration.ofDays(4),
        () -> {
          var read = ServedCart.read(clinic, cart);
          assertThat(read.at("/status")).isEqualTo("EXPIRED");
          assertThat(read.at("/updatedDate")).isEqualTo(cart.at("/updatedDate"));
          assertThat(clinic.api().get("/billing/cart/list").ok().json().get(0))
              .isEqualTo(read.json());
          assertThat(clinic.api().get("/billing/cart").ok().json().at("/data/0"))
              .isEqualTo(read.json());
          assertFound(clinic, "EXPIRED", 1);
          assertFound(clinic, "DRAFT", 0);
          assertThat(clinic.api().get("/billing/cart?search=expired").ok().number("/total"))
              .isEqualTo(1);
          assertThat(clinic.api().get("/billing/cart?search=draft").ok().number("/total")).isZero();
          assertRefusesEveryEdit(clinic, cart, "EXPIRED", "duplicate");
          var reopening = ServedCart.sentBackWith(cart, aCart().status("DRAFT"));
          assertThat(clinic.api().put(ServedCart.path(cart), reopening).refused(409).at("/detail"))
              .isEqualTo(
                  "A cart that is EXPIRED cannot be made DRAFT; duplicate it and change the copy.");
        });
    // Nothing was stored: with the clock turned back it is a draft again.
    assertThat(ServedCart.read(clinic, cart).text()).isEqualTo(cart.text());
    assertFound(clinic, "DRAFT", 1);
  }

  private static void assertFound(Clinic clinic, String status, int carts) {
    var api = clinic.api();
    assertThat(api.get("/billing/cart?statuses=" + status).ok().number("/total")).isEqualTo(carts);
    assertThat(api.get("/billing/cart?statuses=REJECTED&statuses=" + status).ok().number("/total"))
        .isEqualTo(carts);
    assertThat(api.get("/billing/cart/list?status=" + status).ok().json().size()).isEqualTo(carts);
  }

  @Test
  void theRoundStoresThatAnOverdueCartIsExpired() {
    var clinic = clinics.open();
    var overdue = cartExpiring(clinic, inDays(3));
    var fresh = cartExpiring(clinic, inDays(5));

    clock.in(Duration.ofDays(4), () -> catchUp(clinic));

    assertThat(ServedCart.read(clinic, overdue).at("/status")).isEqualTo("EXPIRED");
    assertThat(ServedCart.read(clinic, overdue).at("/updatedDate"))
        .isEqualTo(overdue.at("/updatedDate"));
    assertThat(ServedCart.read(clinic, fresh).text()).isEqualTo(fresh.text());
    assertRefusesEveryEdit(clinic, overdue, "EXPIRED", "duplicate");
  }

  @Test
  void theRoundConcernsOneClinicAtATime() {
    var clinic = clinics.open();
    var other = clinics.open();
    var cart = cartExpiring(clinic, inDays(1));

    clock.in(Duration.ofDays(60), () -> catchUp(other));

    assertThat(ServedCart.read(clinic, cart).text()).isEqualTo(cart.text());
  }

  @Test
  void anIdleDraftIsAbandonedAfterTheClinicsOwnPeriod() {
    var lenient = clinics.open();
    var idle = clinics.open();
    var lenientCart = lenient.cart(lenient.patient());
    var idleCart = idle.cart(idle.patient(), line(idle.item("A", 1)));
    TestDatabase.shared()
        .executeAsSuperuser(
            "update tenant set inactivity_days = 40 where id = '" + lenient.id() + "'");

    clock.in(
        Duration.ofDays(30).minusMinutes(1),
        () -> {
          catchUp(idle);
          assertThat(ServedCart.read(idle, idleCart).text()).isEqualTo(idleCart.text());
        });
    clock.in(
        Duration.ofDays(30),
        () -> {
          catchUp(lenient);
          catchUp(idle);
        });

    assertThat(ServedCart.read(lenient, lenientCart).text()).isEqualTo(lenientCart.text());
    assertThat(ServedCart.read(idle, idleCart).at("/status")).isEqualTo("ABANDONED");
    assertRefusesEveryEdit(idle, idleCart, "ABANDONED", "reopen");
  }

  @Test
  void onlyAWriteIsActivity() {
    var clinic = clinics.open();
    var read = cartExpiring(clinic, inDays(300));
    var written = cartExpiring(clinic, inDays(300));

    clock.in(
        Duration.ofDays(20),
        () -> {
          ServedCart.read(clinic, read);
          clinic.api().get(ServedCart.path(read) + "/explanation").ok();
          clinic.api().put(ServedCart.path(read), ServedCart.sentBack(read).toString()).ok();
          clinic.api().put(ServedCart.linePath(written, 0), line().quantity(2)).ok();
        });
    clock.in(Duration.ofDays(31), () -> catchUp(clinic));

    assertThat(ServedCart.read(clinic, read).at("/status")).isEqualTo("ABANDONED");
    assertThat(ServedCart.read(clinic, written).at("/status")).isEqualTo("DRAFT");
  }

  @Test
  void anAbandonedCartIsReopenedAndChangedInOneRequest() {
    var clinic = clinics.open();
    var cart = cartExpiring(clinic, inDays(300));
    var abandoned =
        clinic
            .api()
            .put(
                ServedCart.path(cart),
                ServedCart.sentBackWith(cart, aCart().status("ABANDONED").notes("gone quiet")))
            .ok();
    assertThat(abandoned.at("/status")).isEqualTo("ABANDONED");
    assertThat(abandoned.at("/notes")).isEqualTo("gone quiet");
    assertThat(ServedCart.read(clinic, cart).text()).isEqualTo(abandoned.text());
    assertRefusesEveryEdit(clinic, cart, "ABANDONED", "reopen");

    var reopened =
        clinic
            .api()
            .put(
                ServedCart.path(cart),
                ServedCart.sentBackWith(
                    abandoned, aCart().status("DRAFT").with("notes", null).discountAmount(100)))
            .ok();

    assertThat(reopened.at("/status")).isEqualTo("DRAFT");
    assertThat(reopened.json().get("notes").isNull()).isTrue();
    assertThat(reopened.number("/total")).isEqualTo(900);
    assertThat(reopened.at("/items/0/id")).isEqualTo(cart.at("/items/0/id"));
    clinic.api().put(ServedCart.linePath(cart, 0), line().quantity(2)).ok();
  }

  @Test
  void aReopeningWhoseRestIsWrongReopensNothing() {
    var clinic = clinics.open();
    var cart = cartExpiring(clinic, inDays(300));
    var abandoned =
        clinic
            .api()
            .put(ServedCart.path(cart), ServedCart.sentBackWith(cart, aCart().status("ABANDONED")))
            .ok();

    var refused =
        clinic
            .api()
            .put(
                ServedCart.path(cart),
                ServedCart.sentBackWith(abandoned, aCart().status("DRAFT").with(line("none"))));

    assertThat(refused.violation()).isEqualTo("[body, items, 0, itemId] value_error");
    assertThat(ServedCart.read(clinic, cart).text()).isEqualTo(abandoned.text());
  }

  @Test
  void anAbandonedCartExpiresTooAndIsNotReopenedThen() {
    var clinic = clinics.open();
    var cart = cartExpiring(clinic, inDays(10));
    var abandoned =
        clinic
            .api()
            .put(ServedCart.path(cart), ServedCart.sentBackWith(cart, aCart().status("ABANDONED")))
            .ok();

    clock.in(
        Duration.ofDays(11),
        () -> {
          assertThat(ServedCart.read(clinic, cart).at("/status")).isEqualTo("EXPIRED");
          clinic
              .api()
              .put(
                  ServedCart.path(cart),
                  ServedCart.sentBackWith(
                      abandoned, aCart().status("DRAFT").with("expiresDate", null)))
              .refused(409);
        });
    assertThat(ServedCart.read(clinic, cart).text()).isEqualTo(abandoned.text());
  }

  @Test
  void nobodyMovesADraftThereByHand() {
    var clinic = clinics.open();
    var cart = cartExpiring(clinic, inDays(300));

    var refused =
        clinic
            .api()
            .put(
                ServedCart.path(cart),
                ServedCart.sentBackWith(cart, aCart().status("ACCEPTED").notes("x")))
            .refused(409);

    assertThat(refused.at("/detail"))
        .isEqualTo("A cart that is DRAFT cannot be made ACCEPTED; send status ABANDONED, or none.");
    assertThat(ServedCart.read(clinic, cart).text()).isEqualTo(cart.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACCEPTED", "REJECTED"})
  void anAnsweredCartRefusesEveryEditAndEveryMove(String status) {
    var clinic = clinics.open();
    var cart = cartExpiring(clinic, inDays(300));
    var desk = QuoteDesk.of(clinic);
    desk.answer(
            desk.send(desk.quote(cart), "sms").ok(),
            status.equals("ACCEPTED") ? "accept" : "decline")
        .ok();
    assertThat(ServedCart.read(clinic, cart).at("/status")).isEqualTo(status);

    assertRefusesEveryEdit(clinic, cart, status, "duplicate");
    for (var wanted : CartStatus.values()) {
      clinic
          .api()
          .put(ServedCart.path(cart), ServedCart.sentBackWith(cart, aCart().with("status", wanted)))
          .refused(409);
    }
    clock.in(Duration.ofDays(100), () -> catchUp(clinic));
    assertThat(clinic.api().post("/billing/cart/expire-old?days_old=1", "").ok().text())
        .isEqualTo("0");
    assertThat(ServedCart.read(clinic, cart).at("/status")).isEqualTo(status);
  }

  @Test
  void aConvertedCartRefusesEveryEditAndToBeDeleted() {
    var clinic = clinics.open();
    var cart = cartExpiring(clinic, inDays(300));
    var charge =
        clinic
            .api()
            .post(
                ServedCart.path(cart) + "/convert-to-charge", body().with("cartId", cart.at("/id")))
            .ok();
    var converted = ServedCart.read(clinic, cart);
    assertThat(converted.at("/status")).isEqualTo("CONVERTED");
    assertThat(converted.at("/convertedChargeId")).isEqualTo(charge.at("/id"));

    assertRefusesEveryEdit(clinic, cart, "CONVERTED", "duplicate");
    assertThat(clinic.api().delete(ServedCart.path(cart)).refused(409).at("/detail"))
        .isEqualTo("The cart is CONVERTED and cannot be deleted; its charge refers to it.");
    clock.in(
        Duration.ofDays(400),
        () -> {
          catchUp(clinic);
          assertThat(clinic.api().post("/billing/cart/expire-old?days_old=1", "").ok().text())
              .isEqualTo("0");
          assertThat(ServedCart.read(clinic, cart).text()).isEqualTo(converted.text());
        });
    var copy = clinic.api().post(ServedCart.path(cart) + "/duplicate", body()).ok();
    assertThat(copy.at("/status")).isEqualTo("DRAFT");
    assertThat(copy.json().get("convertedChargeId").isNull()).isTrue();
  }

  @Test
  void anOverdueCartIsNotConverted() {
    var clinic = clinics.open();
    var cart = cartExpiring(clinic, inDays(3));

    clock.in(
        Duration.ofDays(4),
        () ->
            clinic
                .api()
                .post(
                    ServedCart.path(cart) + "/convert-to-charge",
                    body().with("cartId", cart.at("/id")))
                .refused(409));

    assertThat(ServedCart.read(clinic, cart).text()).isEqualTo(cart.text());
  }

  @Test
  void expireOldMovesWhatNobodyChangedForSoManyDaysAndSaysHowMany() {
    var clinic = clinics.open();
    var old = cartExpiring(clinic, inDays(300));
    var abandoned = cartExpiring(clinic, inDays(300));
    var busy = cartExpiring(clinic, inDays(300));
    var deleted = cartExpiring(clinic, inDays(300));
    clinic.api().delete(ServedCart.path(deleted)).ok();
    clinic
        .api()
        .put(
            ServedCart.path(abandoned),
            ServedCart.sentBackWith(abandoned, aCart().status("ABANDONED")))
        .ok();
    var other = clinics.open();
    var others = cartExpiring(other, inDays(300));

    clock.in(
        Duration.ofDays(7),
        () -> {
          var touched = clinic.api().put(ServedCart.linePath(busy, 0), line().quantity(2)).ok();
          var api = clinic.api();
          assertThat(api.post("/billing/cart/expire-old?days_old=8", "").ok().text())
              .isEqualTo("0");
          assertThat(api.post("/billing/cart/expire-old", "").ok().text()).isEqualTo("0");
          assertThat(api.post("/billing/cart/expire-old?days_old=7", "").ok().text())
              .isEqualTo("2");
          assertThat(api.post("/billing/cart/expire-old?days_old=7", "").ok().text())
              .isEqualTo("0");
          assertThat(ServedCart.read(clinic, busy).text()).isEqualTo(touched.text());
        });
    assertThat(ServedCart.read(clinic, old).at("/status")).isEqualTo("EXPIRED");
    assertThat(ServedCart.read(clinic, abandoned).at("/status")).isEqualTo("EXPIRED");
    assertThat(ServedCart.read(other, others).text()).isEqualTo(others.text());
    assertThat(clinic.api().post("/billing/cart/expire-old?days_old=0", "").violation())
        .isEqualTo("[query, days_old] greater_than_equal");
  }

  @Test
  void expireOldIsDoneByItselfWhateverBecomesOfItsKey() {
    var clinic = clinics.open();
    var old = cartExpiring(clinic, inDays(300));
    var keyed = clinic.api().with("Idempotency-Key", "k-1");
    clock.in(
        Duration.ofDays(7),
        () -> {
          TestDatabase.shared()
              .broken(
                  "idempotency",
                  "new.tenant_id = '" + clinic.id() + "'",
                  () ->
                      assertThat(keyed.post("/billing/cart/expire-old?days_old=7", "").ok().text())
                          .isEqualTo("1"));
          assertThat(ServedCart.read(clinic, old).at("/status")).isEqualTo("EXPIRED");
          for (int n = 0; n < 2; n++) {
            assertThat(keyed.post("/billing/cart/expire-old?days_old=7", "").ok().text())
                .isEqualTo("0");
          }
        });
  }

  @Test
  void aDeletedCartIsGoneFromEveryReadAndStaysGone() {
    var clinic = clinics.open();
    var cart = cartExpiring(clinic, inDays(300));
    var kept = cartExpiring(clinic, inDays(300));
    assertThat(clinic.api().delete(ServedCart.path(cart)).ok().text()).isEqualTo("true");

    var api = clinic.api();
    var path = ServedCart.path(cart);
    var line = ServedCart.linePath(cart, 0);
    for (var gone :
        List.of(
            api.get(path),
            api.delete(path),
            api.put(path, ServedCart.sentBack(cart).toString()),
            api.post(path + "/items", line(cart.at("/items/0/itemId"))),
            api.put(line, body()),
            api.delete(line),
            api.post(path + "/duplicate", body()),
            api.get(path + "/explanation"))) {
      assertThat(gone.refused(404).text()).isEqualTo(api.get("/billing/cart/none").text());
    }
    var id = cart.at("/id");
    assertThat(ServedCart.each(api.get("/billing/cart").ok(), "/data", "/id"))
        .containsExactly(kept.at("/id"));
    assertThat(ServedCart.each(api.get("/billing/cart/list").ok(), "", "/id"))
        .containsExactly(kept.at("/id"));
    for (var query :
        List.of(
            "search=" + id,
            "patient_id=" + cart.at("/patient/id"),
            "statuses=DRAFT&search=" + id)) {
      assertThat(api.get("/billing/cart?" + query).ok().number("/total")).isZero();
    }
    // Its id is not given to another cart either.
    api.post("/billing/cart", aCart().id(id).of(cart.at("/patient/id"))).refused(409);
  }
}

package org.cartwright.carts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.aTax;
import static org.cartwright.testing.bodies.Bodies.anItem;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.cartwright.testing.bodies.Body;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Previews, which keep nothing, and duplicates, which start anew. */
@CartwrightTest
class CartCopiesTests {

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;

  private Clinic clinic;
  private String filler;
  private String serum;
  private String creator;
  private Answer cart;

  @BeforeEach
  void openAClinicWithACart() {
    clinic = clinics.open();
    clinic.tax(aTax("North").percentage(10).at("north"));
    filler = clinic.item("Filler", 1000);
    serum = clinic.item("Serum", 500);
    creator = clinic.provider();
    cart =
        clinic
            .api()
            .post(
                "/billing/cart",
                aCart()
                    .of(clinic.patient())
                    .by(creator)
                    .notes("soon")
                    .expires(Instant.now().plus(9, ChronoUnit.DAYS))
                    .discountAmount(9999)
                    .with(
                        line(filler).quantity(2).notes("left").discountPercentage(10),
                        line(serum).unitPrice(499)))
            .ok();
  }

  private Answer duplicate(Body<?> body) {
    return clinic.api().post(ServedCart.path(cart) + "/duplicate", body);
  }

  private long carts() {
    return clinic.api().get("/billing/cart").ok().number("/total");
  }

  @Test
  void aPreviewAnswersWhatOpeningWouldAndKeepsNothing() {
    var body = ServedCart.sentBack(cart);
    body.put("id", "trial");

    var preview = clinic.api().post("/billing/cart/preview", body.toString()).ok();

    assertThat(preview.at("/id")).isEqualTo("trial");
    assertThat(preview.at("/status")).isEqualTo("DRAFT");
    assertThat(preview.number("/subtotal")).isEqualTo(cart.number("/subtotal"));
    ServedCart.assertAddsUp(ServedCart.tree(preview.text()));
    clinic.api().get("/billing/cart/trial").refused(404);
    assertThat(carts()).isEqualTo(1);
    assertThat(clinic.api().get("/billing/cart?search=trial").ok().number("/total")).isZero();
    // Its id is still free, and the figures are those of the preview.
    var opened = clinic.api().post("/billing/cart", body.toString()).ok();
    assertThat(opened.number("/total")).isEqualTo(preview.number("/total"));
    assertThat(opened.number("/discountAmount")).isEqualTo(preview.number("/discountAmount"));
  }

  @Test
  void aDuplicateHasTheSameLinesAtTodaysPricesAndItsOwnPrices() {
    clinic.api().put("/inventory/items/update/" + filler, anItem("New filler").price(1200)).ok();
    clinic.api().put("/inventory/items/update/" + serum, anItem().price(700)).ok();

    var copy = duplicate(body()).ok();

    assertThat(copy.at("/id")).isNotEqualTo(cart.at("/id"));
    assertThat(copy.at("/status")).isEqualTo("DRAFT");
    assertThat(copy.at("/patient/id")).isEqualTo(cart.at("/patient/id"));
    assertThat(copy.at("/creator/id")).isEqualTo(creator);
    assertThat(copy.at("/notes")).isEqualTo("soon");
    assertThat(copy.json().get("expiresDate").isNull()).isTrue();
    assertThat(ServedCart.each(copy, "/items", "/unitPrice")).containsExactly("1200", "499");
    assertThat(ServedCart.each(copy, "/items", "/quantity")).containsExactly("2", "1");
    assertThat(copy.at("/items/0/item/name")).isEqualTo("New filler");
    assertThat(copy.at("/items/0/notes")).isEqualTo("left");
    assertThat(copy.number("/items/0/discountAmount")).isEqualTo(240);
    assertThat(copy.number("/subtotal")).isEqualTo(2659);
    assertThat(copy.number("/discountAmount")).isEqualTo(2659);
    assertThat(ServedCart.each(copy, "/items", "/id"))
        .doesNotContainAnyElementsOf(ServedCart.each(cart, "/items", "/id"));
    assertThat(ServedCart.each(copy, "/items", "/cartId")).containsOnly(copy.at("/id"));
    assertThat(ServedCart.read(clinic, copy).text()).isEqualTo(copy.text());
    assertThat(ServedCart.withoutGoods(ServedCart.read(clinic, cart)))
        .isEqualTo(ServedCart.withoutGoods(cart));

    // It remembers what the original does: 9999 off in all, and where each price came from.
    clinic.api().put("/inventory/items/update/" + filler, anItem().price(9000)).ok();
    var grown = clinic.api().put(ServedCart.linePath(copy, 0), line().quantity(3)).ok();
    assertThat(ServedCart.each(grown, "/items", "/unitPrice")).containsExactly("9000", "499");
    assertThat(grown.number("/discountAmount")).isEqualTo(9999);
    var explained = clinic.api().get(ServedCart.path(copy) + "/explanation").ok();
    assertThat(ServedCart.each(explained, "/lines", "/priceSource"))
        .containsExactly("CATALOG", "EXPLICIT");
  }

  @Test
  void aDuplicateForAnotherPatientIsTaxedAtTheirPlace() {
    var northerner = clinic.patient(aPatient().at("north"));
    clinic
        .api()
        .put(
            ServedCart.path(cart),
            ServedCart.sentBackWith(cart, aCart().discountAmount(0).discountPercentage(50)))
        .ok();

    var copy = duplicate(body().with("patient_id", northerner)).ok();

    assertThat(copy.at("/patient/id")).isEqualTo(northerner);
    assertThat(copy.number("/subtotal")).isEqualTo(2299);
    assertThat(copy.number("/discountAmount")).isEqualTo(1150);
    assertThat(copy.number("/taxAmount")).isEqualTo(115);
    assertThat(ServedCart.read(clinic, cart).number("/taxAmount")).isZero();
  }

  @Test
  void aDuplicateForAnotherPatientTakesAlongNothingThatWasNotedAboutTheFirst() {
    var copy = duplicate(body().with("patient_id", clinic.patient())).ok();

    assertThat(copy.json().get("notes").isNull()).isTrue();
    assertThat(copy.json().get("items")).allMatch(line -> line.get("notes").isNull());
    assertThat(copy.number("/total")).isEqualTo(cart.number("/total"));
    var original = ServedCart.read(clinic, cart);
    assertThat(original.at("/notes")).isEqualTo("soon");
    assertThat(original.at("/items/0/notes")).isEqualTo("left");
  }

  @Test
  void theBodyOfADuplicateMayBeLeftOut() {
    var bare = clinic.api().without("Content-Type").post(ServedCart.path(cart) + "/duplicate", "");

    assertThat(bare.ok().number("/subtotal")).isEqualTo(cart.number("/subtotal"));
    assertThat(duplicate(body().with("patientId", null)).ok().at("/patient/id"))
        .isEqualTo(cart.at("/patient/id"));
    assertThat(carts()).isEqualTo(3);
  }

  @Test
  void whileACartIsBeingChangedADuplicateWaitsAndIsOfTheChangedOne() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var database = TestDatabase.shared().superuser();
        var statement = database.createStatement()) {
      database.setAutoCommit(false);
      var which = "id = '%s'".formatted(cart.at("/id"));
      statement.execute("update cart set notes = 'later' where " + which);
      var copying = threads.submit(() -> duplicate(body()));
      Awaitility.await()
          .pollInterval(Duration.ofMillis(5))
          .until(() -> copying.isDone() || TestDatabase.shared().waitingFor("cart") == 1);
      statement.execute(
          "update cart_line set notes = 'right' where notes = 'left' and cart_" + which);
      database.commit();

      var copy = copying.get().ok();
      assertThat(copy.at("/notes")).isEqualTo("later");
      assertThat(copy.at("/items/0/notes")).isEqualTo("right");
    }
  }

  @Test
  void whatIsNoDraftAnyMoreIsDuplicatedAsADraft() {
    clock.in(
        Duration.ofDays(10),
        () -> {
          assertThat(ServedCart.read(clinic, cart).at("/status")).isEqualTo("EXPIRED");
          var copy = duplicate(body()).ok();
          assertThat(copy.at("/status")).isEqualTo("DRAFT");
          assertThat(copy.number("/subtotal")).isEqualTo(cart.number("/subtotal"));
          clinic.api().put(ServedCart.linePath(copy, 0), line().quantity(1)).ok();
        });
    var abandoned =
        clinic
            .api()
            .put(ServedCart.path(cart), ServedCart.sentBackWith(cart, aCart().status("ABANDONED")))
            .ok();

    assertThat(duplicate(body()).ok().at("/status")).isEqualTo("DRAFT");
    assertThat(ServedCart.read(clinic, cart).text()).isEqualTo(abandoned.text());
  }

  @Test
  void anArchivedItemIsDuplicatedAsItIs() {
    clinic.api().put("/inventory/items/update/" + filler, anItem().price(1200)).ok();
    clinic.api().delete("/inventory/items/delete/" + filler).ok();

    var copy = duplicate(body()).ok();

    assertThat(ServedCart.each(copy, "/items", "/item/name")).containsExactly("Filler", "Serum");
    assertThat(ServedCart.each(copy, "/items", "/unitPrice")).containsExactly("1000", "499");
  }

  @Test
  void aDuplicateNeedsAPatientWhoIsThere() {
    assertThat(duplicate(body().with("patientId", "none")).violation())
        .isEqualTo("[body, patientId] value_error");
    clinic
        .api()
        .post("/user/patient/archive", body().with("patientIds", list(cart.at("/patient/id"))))
        .ok();
    assertThat(duplicate(body()).refused(409).at("/detail")).contains("archived");
    assertThat(carts()).isEqualTo(1);
    // The cart itself is still there for its archived patient, and can be finished.
    var finished = clinic.api().put(ServedCart.linePath(cart, 0), line().quantity(1)).ok();
    assertThat(
            clinic
                .api()
                .put(ServedCart.path(cart), ServedCart.sentBack(finished).toString())
                .ok()
                .text())
        .isEqualTo(finished.text());
  }
}

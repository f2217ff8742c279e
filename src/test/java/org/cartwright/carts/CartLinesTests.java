package org.cartwright.carts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aPackage;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.aTax;
import static org.cartwright.testing.bodies.Bodies.anItem;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.packageLine;

import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.bodies.Body;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lines keep what they were added with, whatever becomes of the catalog. */
@CartwrightTest
class CartLinesTests {

  @Autowired private Clinics clinics;

  private Clinic clinic;
  private String filler;
  private String patient;

  @BeforeEach
  void openAClinic() {
    clinic = clinics.open();
    filler = clinic.item("Filler", 1000);
    patient = clinic.patient();
  }

  private Answer put(Answer cart, int line, Body<?> body) {
    return clinic.api().put(ServedCart.linePath(cart, line), body).ok();
  }

  @Test
  void aRenamedItemKeepsItsNameOnTheLinesThatHaveIt() {
    var cart = clinic.cart(patient, line(filler));
    clinic.api().put("/inventory/items/update/" + filler, anItem("Botox")).ok();

    var more = clinic.api().post(ServedCart.path(cart) + "/items", line(filler)).ok();

    assertThat(ServedCart.each(more, "/items", "/item/name")).containsExactly("Filler", "Botox");
    var back = clinic.api().put(ServedCart.path(cart), ServedCart.sentBack(more).toString()).ok();
    assertThat(back.text()).isEqualTo(more.text());
    assertThat(put(more, 0, line().quantity(3)).at("/items/0/item/name")).isEqualTo("Filler");
  }

  @Test
  void anArchivedItemStaysWhereItIsWithNameAndPriceAndIsAddedNoMore() {
    var cart = clinic.cart(patient, line(filler));
    clinic.api().put("/inventory/items/update/" + filler, anItem().price(1500)).ok();
    clinic.api().delete("/inventory/items/delete/" + filler).ok();

    var read = ServedCart.read(clinic, cart);
    assertThat(read.at("/items/0/item/name")).isEqualTo("Filler");
    assertThat(read.number("/items/0/unitPrice")).isEqualTo(1000);
    assertThat(read.json().at("/items/0/item/isArchived").booleanValue()).isTrue();
    assertThat(
            clinic
                .api()
                .put(ServedCart.path(cart), ServedCart.sentBack(read).toString())
                .ok()
                .text())
        .isEqualTo(read.text());
    // Nobody sells it any more, so there is no price of today: more of it costs what it did.
    var twice = put(cart, 0, line().quantity(2));
    assertThat(twice.number("/items/0/unitPrice")).isEqualTo(1000);
    assertThat(twice.number("/total")).isEqualTo(2000);

    assertThat(clinic.api().post(ServedCart.path(cart) + "/items", line(filler)).violation())
        .isEqualTo("[body, itemId] value_error");
    assertThat(
            clinic
                .api()
                .put(ServedCart.path(cart), aCart().of(patient).with(line(filler), line(filler)))
                .violation())
        .isEqualTo("[body, items, 1, itemId] value_error");
    assertThat(ServedCart.read(clinic, cart).text()).isEqualTo(twice.text());
    var empty = clinic.api().delete(ServedCart.linePath(cart, 0)).ok();
    assertThat(empty.number("/total")).isZero();
    assertThat(
            clinic
                .api()
                .put(ServedCart.path(cart), aCart().of(patient).with(line(filler)))
                .violation())
        .isEqualTo("[body, items, 0, itemId] value_error");
  }

  @Test
  void anArchivedPackageStaysWhereItIsAndIsAddedNoMore() {
    clinic.api().post("/inventory/packages/create", aPackage("Glow").id("glow").price(900)).ok();
    var cart = clinic.cart(patient, line().with("package_id", "glow").quantity("1.5"));
    clinic.api().delete("/inventory/packages/delete/glow").ok();

    var read = ServedCart.read(clinic, cart);
    assertThat(read.at("/items/0/package/name")).isEqualTo("Glow");
    assertThat(read.json().at("/items/0/item").isNull()).isTrue();
    assertThat(read.number("/total")).isEqualTo(1350);
    assertThat(clinic.api().post(ServedCart.path(cart) + "/items", packageLine("glow")).violation())
        .isEqualTo("[body, packageId] value_error");
    assertThat(ServedCart.read(clinic, cart).text()).isEqualTo(read.text());
  }

  @Test
  void aChangeLeavesWhatItDoesNotName() {
    var cart =
        clinic.cart(patient, line(filler).quantity("2.5").discountPercentage(10).notes("left"));

    assertThat(put(cart, 0, body()).text()).isEqualTo(cart.text());
    assertThat(
            put(cart, 0, line().with("quantity", null).with("unitPrice", null).with("notes", null))
                .text())
        .isEqualTo(cart.text());
    var changed = put(cart, 0, line().quantity(4));
    assertThat(changed.number("/items/0/discountAmount")).isEqualTo(400);
    assertThat(changed.at("/items/0/notes")).isEqualTo("left");
    assertThat(changed.at("/items/0/id")).isEqualTo(cart.at("/items/0/id"));
    assertThat(changed.at("/items/0/createdDate")).isEqualTo(cart.at("/items/0/createdDate"));
    assertThat(changed.at("/items/0/updatedDate")).isGreaterThan(cart.at("/items/0/updatedDate"));
    assertThat(changed.at("/updatedDate")).isEqualTo(changed.at("/items/0/updatedDate"));
    assertThat(changed.at("/createdDate")).isEqualTo(cart.at("/createdDate"));
    assertThat(put(cart, 0, line().notes("")).at("/items/0/notes")).isEmpty();
  }

  @Test
  void oneDiscountTakesThePlaceOfTheOther() {
    var cart = clinic.cart(patient, line(filler).discountAmount(300));

    var percent = put(cart, 0, line().discountPercentage(10));
    assertThat(percent.number("/items/0/discountAmount")).isEqualTo(100);
    assertThat(put(cart, 0, line().discountAmount(0)).number("/items/0/discountAmount"))
        .isEqualTo(100);
    var flat = put(cart, 0, line().discountAmount(250));
    assertThat(flat.number("/items/0/discountAmount")).isEqualTo(250);
    assertThat(flat.json().at("/items/0/discountPercentage").intValue()).isZero();
    assertThat(put(cart, 0, line().discountPercentage(0)).number("/items/0/discountAmount"))
        .isEqualTo(250);
    assertThat(put(cart, 0, line().discountAmount(0)).number("/items/0/discountAmount")).isZero();
  }

  @Test
  void aLineTakenOffLeavesTheOthersAsTheyWere() {
    var cart =
        clinic.cart(patient, line(filler), line(filler).quantity(2), line(filler).quantity(3));

    var after = clinic.api().delete(ServedCart.linePath(cart, 1)).ok();

    assertThat(after.json().at("/items/0")).isEqualTo(cart.json().at("/items/0"));
    assertThat(after.json().at("/items/1")).isEqualTo(cart.json().at("/items/2"));
    assertThat(after.number("/total")).isEqualTo(4000);
    assertThat(after.at("/updatedDate")).isGreaterThan(cart.at("/updatedDate"));
    clinic.api().delete(ServedCart.linePath(cart, 1)).refused(404);
    assertThat(ServedCart.read(clinic, cart).text()).isEqualTo(after.text());
  }

  @Test
  void anotherPatientMeansTheTaxesOfAnotherPlace() {
    clinic.tax(aTax("North").percentage(10).at("north"));
    var northerner = clinic.patient(aPatient().at("north"));
    var cart = clinic.cart(patient, line(filler));
    assertThat(cart.number("/taxAmount")).isZero();

    var moved =
        clinic
            .api()
            .put(ServedCart.path(cart), ServedCart.sentBackWith(cart, aCart().of(northerner)))
            .ok();

    assertThat(moved.at("/patient/id")).isEqualTo(northerner);
    assertThat(moved.number("/taxAmount")).isEqualTo(100);
    assertThat(moved.at("/items/0/id")).isEqualTo(cart.at("/items/0/id"));
  }

  @Test
  void aPatientWhoMovesIsTaxedWhereTheyAreFromTheNextWriteOn() {
    clinic.tax(aTax("North").percentage(10).at("north"));
    var northerner = clinic.patient(aPatient().id("nora").at("north"));
    var cart = clinic.cart(northerner, line(filler));
    assertThat(cart.number("/taxAmount")).isEqualTo(100);

    clinic.api().put("/user/patient/nora", body().with("primaryLocationId", null)).ok();

    assertThat(ServedCart.read(clinic, cart).number("/taxAmount")).isEqualTo(100);
    assertThat(put(cart, 0, line().notes("x")).number("/taxAmount")).isZero();
  }
}

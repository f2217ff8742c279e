package org.cartwright.charges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aPackage;
import static org.cartwright.testing.bodies.Bodies.aTax;
import static org.cartwright.testing.bodies.Bodies.anItem;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.packageLine;
import static org.cartwright.testing.bodies.Bodies.part;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import org.cartwright.charges.bill.BillSource;
import org.cartwright.tenancy.Caller;
import org.cartwright.testing.Announcements;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.bodies.Body;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A cart becomes a charge. */
@CartwrightTest
class ChargeConversionTests {

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  @Autowired private Announcements announcements;
  private PaymentDesk desk;

  @BeforeEach
  void openDesk() {
    desk = PaymentDesk.of(clinics.open());
  }

  @Test
  void theWorkedExampleIsChargedToTheCent() {
    var clinic = desk.clinic();
    clinic.tax(aTax("Sales tax").percentage("8.25").scope("PRODUCTS_ONLY"));
    var filler = clinic.item("Filler", 1299);
    var serum = clinic.item("Serum", 4999);
    var consultation = clinic.item(anItem("Consultation").price(3333).type("SERVICE"));
    var cart =
        opened(
            aCart()
                .discountPercentage("7.5")
                .by(desk.provider())
                .with(
                    line(filler).quantity("2.5").discountPercentage(10),
                    line(serum).discountAmount(500),
                    line(consultation).quantity(3)));

    var charge =
        desk.convert(
                cart.at("/id"),
                body()
                    .with("description", "Visit")
                    .with("externalId", "INV-7")
                    .with("locationId", "loc-1")
                    .with("eventId", "evt-1"))
            .ok();

    assertThat(charge.number("/total")).isEqualTo(16680);
    assertThat(charge.number("/totalOutstanding")).isEqualTo(16680);
    assertThat(charge.at("/status")).isEqualTo("OUTSTANDING");
    assertThat(charge.number("/discountAmount")).isZero();
    assertThat(charge.number("/discountPercentage")).isZero();
    assertThat(charge.at("/patient/id")).isEqualTo(desk.patient());
    assertThat(charge.at("/creatorId")).isEqualTo(desk.provider());
    assertThat(charge.at("/description")).isEqualTo("Visit");
    assertThat(charge.at("/externalId")).isEqualTo("INV-7");
    assertThat(charge.at("/locationId")).isEqualTo("loc-1");
    assertThat(charge.at("/eventId")).isEqualTo("evt-1");
    assertItem(charge, 0, filler, "2.5 × Filler", 1, 3248, 325 + 219, 223);
    assertItem(charge, 1, serum, "Serum", 1, 4999, 500 + 338, 343);
    assertItem(charge, 2, consultation, "Consultation", 3, 3333, 750, 0);
    var read = desk.read(charge.at("/id"));
    assertThat(read.at("/items/0/item/name")).isEqualTo("2.5 × Filler");
    assertThat(read.at("/items/0/item/id")).isEqualTo(filler);
    assertThat(read.at("/items/0/locationId")).isEqualTo("loc-1");
    assertThat(read.at("/items/0/saleDate")).isEqualTo(read.at("/createdDate"));
  }

  private static void assertItem(
      Answer charge,
      int position,
      String item,
      String name,
      long quantity,
      long price,
      long discount,
      long tax) {
    var at = "/items/" + position;
    assertThat(charge.at(at + "/itemId")).isEqualTo(item);
    assertThat(charge.at(at + "/chargeId")).isEqualTo(charge.at("/id"));
    assertThat(charge.at(at + "/name")).isEqualTo(name);
    assertThat(charge.number(at + "/quantity")).isEqualTo(quantity);
    assertThat(charge.number(at + "/price")).isEqualTo(price);
    assertThat(charge.number(at + "/discountAmount")).isEqualTo(discount);
    assertThat(charge.number(at + "/taxAmount")).isEqualTo(tax);
  }

  @Test
  void everyKindOfLineAddsUp() {
    var clinic = desk.clinic();
    clinic.tax("State", "8.25");
    clinic.tax("City", "1.3333");
    clinic.tax(aTax("Services").percentage(5).scope("SERVICES_ONLY"));
    var filler = clinic.item("Filler", 1299);
    var facial = clinic.item(anItem("Facial").price(9901).type("SERVICE"));
    var gift = clinic.item("Gift", 0);
    var glow =
        desk.api()
            .post(
                "/inventory/packages/create",
                aPackage("Summer glow")
                    .price(12345)
                    .of(
                        part(filler).id("a").quantity(2).price(1000),
                        part(facial).id("b").price(7000)))
            .ok()
            .at("/id");
    var cart =
        opened(
            aCart()
                .discountAmount(3333)
                .with(
                    line(filler).quantity("0.3333").discountAmount(7),
                    line(filler).quantity(7).discountPercentage("33.3333"),
                    line(facial).quantity("1.5"),
                    packageLine(glow).discountPercentage("12.5"),
                    packageLine(glow).quantity("2.25"),
                    line(gift),
                    line(facial).unitPrice(0).quantity(2)));
    var explained = desk.api().get("/billing/cart/%s/explanation".formatted(cart.at("/id"))).ok();

    var charge = desk.convert(cart.at("/id")).ok();

    long sum = 0;
    for (int i = 0; i < 7; i++) {
      var item = "/items/" + i;
      var discount = charge.number(item + "/discountAmount");
      var tax = charge.number(item + "/taxAmount");
      assertThat(discount)
          .isEqualTo(
              cart.number(item + "/discountAmount") + explained.number("/lines/" + i + "/share"));
      assertThat(tax).isEqualTo(cart.number(item + "/taxAmount"));
      sum += charge.number(item + "/price") * charge.number(item + "/quantity") - discount + tax;
    }
    assertThat(charge.json().get("items").size()).isEqualTo(7);
    assertThat(sum).isEqualTo(cart.number("/total"));
    assertThat(charge.number("/total")).isEqualTo(cart.number("/total"));
    assertThat(charge.at("/items/0/name")).isEqualTo("0.3333 × Filler");
    assertThat(charge.number("/items/0/price")).isEqualTo(433);
    assertThat(charge.at("/items/3/name")).isEqualTo("Summer glow");
    assertThat(charge.json().at("/items/3/itemId").isNull()).isTrue();
    assertThat(charge.at("/items/4/name")).isEqualTo("2.25 × Summer glow");
    assertThat(charge.number("/items/4/price")).isEqualTo(27776);
    assertThat(charge.number("/items/5/price")).isZero();
    assertThat(charge.number("/items/6/quantity")).isEqualTo(2);
  }

  @Test
  void aConvertedCartNamesItsChargeAndNeverChangesAgain() {
    var cart = desk.cart(5000);

    var charge = desk.convert(cart).ok().at("/id");

    var converted = desk.api().get("/billing/cart/" + cart).ok();
    assertThat(converted.at("/status")).isEqualTo("CONVERTED");
    assertThat(converted.at("/convertedChargeId")).isEqualTo(charge);
    var again = desk.convert(cart).refused(409);
    assertThat(again.at("/detail")).contains(charge);
    desk.api().delete("/billing/cart/" + cart).refused(409);
    desk.api().post("/billing/cart/%s/items".formatted(cart), line("any")).refused(409);
    assertThat(desk.api().get("/billing/charge/list").ok().json().size()).isEqualTo(1);
    assertThat(desk.api().get("/billing/cart/" + cart).ok().text()).isEqualTo(converted.text());
  }

  @Test
  void laterPricesAndTaxesDoNotReachAChargeOrMoveItsFigures() {
    var clinic = desk.clinic();
    var serum = clinic.item("Serum", 5000);
    var cart = clinic.cart(desk.patient(), line(serum)).at("/id");
    clinic.tax("Sales tax", "10");
    desk.api().put("/inventory/items/update/" + serum, anItem("New serum").price(9999));

    var charge = desk.convert(cart).ok();

    assertThat(charge.number("/total")).isEqualTo(5000);
    assertThat(charge.at("/items/0/name")).isEqualTo("Serum");
    assertThat(desk.read(charge.at("/id")).at("/items/0/item/name")).isEqualTo("Serum");
  }

  @Test
  void aCartForNothingIsPaidAtOnce() {
    var charge = desk.convert(desk.cart(0)).ok();

    assertThat(charge.number("/total")).isZero();
    assertThat(charge.number("/totalOutstanding")).isZero();
    assertThat(charge.at("/status")).isEqualTo("PAID");
  }

  @Test
  void onlyADraftWithSomethingOnItBecomesACharge() {
    var empty = desk.clinic().cart(desk.patient()).at("/id");
    var abandoned = desk.cart(100);
    desk.api()
        .put("/billing/cart/" + abandoned, aCart().of(desk.patient()).status("ABANDONED"))
        .ok();

    assertThat(desk.convert(empty).refused(409).at("/detail")).startsWith("There is nothing on");
    assertThat(desk.convert(abandoned).refused(409).at("/detail"))
        .startsWith("A cart that is ABANDONED cannot be made CONVERTED; reopen it");
    assertThat(desk.api().get("/billing/cart/" + empty).ok().at("/status")).isEqualTo("DRAFT");
    assertThat(desk.api().get("/billing/charge/list").ok().text()).isEqualTo("[]");
  }

  @Test
  void aCartPastItsExpiryIsNotCharged() {
    var soon = Instant.now().plusSeconds(3600);
    var cart = opened(aCart().expires(soon).with(line(desk.clinic().item("Serum", 100))));

    clock.in(
        Duration.ofHours(2),
        () ->
            assertThat(desk.convert(cart.at("/id")).refused(409).at("/detail"))
                .startsWith("A cart that is EXPIRED cannot be made CONVERTED"));

    desk.convert(cart.at("/id")).ok();
  }

  @Test
  void aRequestForAnotherCartThanThePathsIsWrong() {
    var cart = desk.cart(100);

    var answer =
        desk.api()
            .post(
                "/billing/cart/%s/convert-to-charge".formatted(cart),
                body().with("cart_id", "other"));

    assertThat(answer.violation()).isEqualTo("[body, cart_id] value_error");
    assertThat(desk.api().get("/billing/cart/" + cart).ok().at("/status")).isEqualTo("DRAFT");
  }

  @Test
  void aCartThatIsNotThereCannotBeCharged() {
    assertThat(desk.convert("nowhere").refused(404).at("/detail")).isEqualTo("Cart not found");
  }

  @Test
  void noTwoChargesShareAnExternalId() {
    desk.convert(desk.cart(100), body().with("externalId", "INV-1")).ok();
    var second = desk.cart(200);

    desk.convert(second, body().with("externalId", "INV-1")).refused(409);

    assertThat(desk.api().get("/billing/cart/" + second).ok().at("/status")).isEqualTo("DRAFT");
    desk.convert(second, body().with("externalId", "INV-2")).ok();
  }

  @Test
  void openingAChargeIsAnnouncedOnce() {
    var cart = desk.cart(700);

    var heard =
        announcements.during(
            () -> {
              desk.convert(cart).ok();
              desk.convert(cart).refused(409);
            });

    var charge = desk.api().get("/billing/cart/" + cart).ok().at("/convertedChargeId");
    assertThat(heard)
        .filteredOn(ChargeOpened.class::isInstance)
        .containsExactly(
            new ChargeOpened(
                charge,
                desk.patient(),
                new BillSource("CART", cart),
                Currency.getInstance("USD"),
                700,
                Caller.withKey(desk.clinic().id(), desk.clinic().keyId()),
                Instant.parse(desk.read(charge).at("/createdDate"))));
  }

  private Answer opened(Body<?> fields) {
    return desk.api().post("/billing/cart", aCart().of(desk.patient()).and(fields)).ok();
  }
}

package org.cartwright.charges.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aPackage;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.anItem;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.packageLine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cartwright.charges.PaymentDesk;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.cartwright.testing.bodies.LineBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Charges are listed and read, their story is told, and receipts are handed over. */
@CartwrightTest
class ChargeReadingTests {

  /** What the clinic is like is asked once in a while. */
  private static final long CLINIC = 1;

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;
  private PaymentDesk desk;

  @BeforeEach
  void openDesk() {
    desk = PaymentDesk.of(clinics.open());
  }

  private static List<String> all(Answer answer, String field) {
    var found = new ArrayList<String>();
    answer.ok().json().forEach(entry -> found.add(entry.get(field).asString()));
    return found;
  }

  private List<String> list(String query) {
    return all(desk.api().get("/billing/charge/list" + query), "id");
  }

  @Test
  void chargesAreListedNewestFirstByPatientAndStatus() {
    var settled = desk.charge(100);
    desk.pay(settled, 100).ok();
    var open = desk.charge(200);
    var returned = desk.charge(300);
    desk.refund(desk.pay(returned, 300).ok().at("/id"), 300).ok();
    var somebody = desk.clinic().patient();
    var others = new PaymentDesk(desk.clinic(), desk.api(), somebody, desk.provider()).charge(400);

    assertThat(list("")).containsExactly(others, returned, open, settled);
    assertThat(list("?patient_id=" + desk.patient())).containsExactly(returned, open, settled);
    assertThat(list("?patientId=" + somebody)).containsExactly(others);
    assertThat(list("?status=OUTSTANDING")).containsExactly(others, open);
    assertThat(list("?status=PAID&patient_id=" + desk.patient())).containsExactly(settled);
    assertThat(list("?status=REFUNDED")).containsExactly(returned);
    assertThat(list("?status=VOID")).isEmpty();
    assertThat(list("?patient_id=nobody")).isEmpty();
    assertThat(desk.api().get("/billing/charge/list?status=OPEN").violation())
        .isEqualTo("[query, status] enum");
  }

  @Test
  void aChargeInTheListIsTheChargeByItself() {
    var charge = desk.charge(100);
    desk.refund(desk.pay(charge, 40).ok().at("/id"), 10).ok();

    var listed = desk.api().get("/billing/charge/list").ok();

    assertThat(listed.json().get(0)).isEqualTo(desk.read(charge).json());
  }

  @Test
  void theTimelineTellsEverythingInItsOrder() {
    var charge = desk.charge(5000);
    var first = desk.pay(charge, 1000).ok().at("/id");
    var refund = desk.refund(first, 400, body().with("description", "Wrong bill")).ok().at("/id");
    var second = desk.pay(charge, 4400, "WIRE").ok().at("/id");

    var told = desk.api().get("/billing/charge/timeline?charge_id=" + charge).ok();

    assertThat(all(told, "id")).containsExactly(charge, first, refund, second);
    assertThat(all(told, "type")).containsExactly("CHARGE", "PAYMENT", "REFUND", "PAYMENT");
    assertThat(all(told, "status")).containsExactly("PAID", "SUCCEEDED", "SUCCEEDED", "SUCCEEDED");
    assertThat(told.number("/0/amount")).isEqualTo(5000);
    assertThat(told.at("/0/items/0/name")).isEqualTo("Serum");
    assertThat(told.number("/1/amount")).isEqualTo(1000);
    assertThat(told.number("/2/amount")).isEqualTo(400);
    assertThat(told.at("/2/refundReason")).isEqualTo("OTHER");
    assertThat(told.at("/2/description")).isEqualTo("Wrong bill");
    assertThat(told.at("/2/creator/id")).isEqualTo(desk.provider());
    assertThat(told.at("/3/paymentMedium")).isEqualTo("WIRE");
    var ofPayment = desk.api().get("/billing/charge/timeline?payment_id=" + first).ok();
    assertThat(all(ofPayment, "id")).containsExactly(charge, first, refund);
  }

  @Test
  void aTimelineIsOfAChargeOrOfAPayment() {
    var charge = desk.charge(100);

    assertThat(desk.api().get("/billing/charge/timeline").violation())
        .isEqualTo("[query] value_error");
    assertThat(
            desk.api()
                .get("/billing/charge/timeline?charge_id=%s&payment_id=x".formatted(charge))
                .violation())
        .isEqualTo("[query] value_error");
    desk.api().get("/billing/charge/timeline?charge_id=%s&payment_id=".formatted(charge)).ok();
    assertThat(desk.api().get("/billing/charge/timeline?charge_id=&payment_id=").violation())
        .isEqualTo("[query] value_error");
    desk.api().get("/billing/charge/timeline?charge_id=nothing").refused(404);
    desk.api().get("/billing/charge/timeline?payment_id=nothing").refused(404);
  }

  @Test
  void aReceiptShowsThePaymentAndWhatItWasFor() {
    var clinic = desk.clinic();
    clinic.tax("Sales tax", "10");
    var filler = clinic.item(anItem("Filler").price(1001).with("unit", "SYRINGES"));
    var cart =
        clinic.cart(desk.patient(), line(filler).quantity("1.5").discountAmount(2)).at("/id");
    var charge = desk.convert(cart, body().with("description", "Visit")).ok().at("/id");
    var payment = desk.pay(charge, 1000).ok().at("/id");
    desk.refund(payment, 300).ok();

    var receipt = desk.api().get("/billing/payment/%s/receipt".formatted(payment)).ok();
    var items = desk.api().get("/billing/payment/%s/receipt/items".formatted(payment)).ok();

    assertThat(receipt.at("/id")).isEqualTo(payment);
    assertThat(receipt.at("/patient/firstName")).isEqualTo("Jane");
    assertThat(receipt.number("/amount")).isEqualTo(1000);
    assertThat(receipt.number("/refunds/0/amount")).isEqualTo(300);
    assertThat(receipt.at("/charges/0/id")).isEqualTo(charge);
    assertThat(receipt.at("/charges/0/description")).isEqualTo("Visit");
    assertThat(receipt.number("/charges/0/total")).isEqualTo(1650);
    assertThat(receipt.number("/charges/0/totalOutstanding")).isEqualTo(950);
    assertThat(receipt.number("/charges/0/taxTotal")).isEqualTo(150);
    assertThat(receipt.json().get("hasItems").booleanValue()).isTrue();
    assertThat(receipt.json().get("hasPackages").booleanValue()).isFalse();
    assertThat(items.json().size()).isEqualTo(1);
    assertThat(items.at("/0/itemName")).isEqualTo("1.5 × Filler");
    assertThat(items.number("/0/pricePerItem")).isEqualTo(1502);
    assertThat(items.number("/0/quantity")).isEqualTo(1);
    assertThat(items.number("/0/discountAmount")).isEqualTo(2);
    assertThat(items.number("/0/taxAmount")).isEqualTo(150);
    assertThat(items.at("/0/unit")).isEqualTo("SYRINGES");
    assertThat(items.at("/0/itemType")).isEqualTo("PRODUCT");
  }

  @Test
  void aReceiptKnowsPackagesAndPatientsWithoutAName() {
    var glow =
        desk.api()
            .post("/inventory/packages/create", aPackage("Glow").price(900).of())
            .ok()
            .at("/id");
    var nameless = desk.clinic().patient(aPatient());
    var cart = desk.clinic().cart(nameless, packageLine(glow)).at("/id");
    var payment = desk.pay(desk.convert(cart).ok().at("/id"), 900).ok().at("/id");

    var receipt = desk.api().get("/billing/payment/%s/receipt".formatted(payment)).ok();

    assertThat(receipt.at("/patient/firstName")).isEmpty();
    assertThat(receipt.json().get("hasItems").booleanValue()).isFalse();
    assertThat(receipt.json().get("hasPackages").booleanValue()).isTrue();
    assertThat(
            desk.api()
                .get("/billing/payment/%s/receipt/items".formatted(payment))
                .ok()
                .at("/0/itemType"))
        .isEqualTo("PACKAGE");
  }

  @Test
  void anotherClinicSeesNothing() {
    var charge = desk.charge(500);
    var payment = desk.pay(charge, 200).ok().at("/id");
    var other = PaymentDesk.of(clinics.open());

    for (var path :
        List.of(
            "/billing/charge/get/%s".formatted(charge),
            "/billing/charge/timeline?charge_id=" + charge,
            "/billing/charge/timeline?payment_id=" + payment,
            "/billing/payment/%s/receipt".formatted(payment),
            "/billing/payment/%s/receipt/items".formatted(payment))) {
      var foreign = other.api().get(path).refused(404);
      var missing = other.api().get(path.replace(charge, "missing").replace(payment, "missing"));
      assertThat(foreign.text()).isEqualTo(missing.text());
    }
    assertThat(other.api().get("/billing/charge/list").ok().text()).isEqualTo("[]");
    assertThat(other.pay(charge, 1).refused(404).text()).isEqualTo(other.pay("missing", 1).text());
    assertThat(other.payWithCredit(charge, 1).refused(404).text())
        .isEqualTo(other.payWithCredit("missing", 1).text());
    assertThat(other.refund(payment, 1).refused(404).text())
        .isEqualTo(other.refund("missing", 1).text());
    assertThat(other.convert(desk.cart(100)).refused(404).text())
        .isEqualTo(other.convert("missing").text());
    assertThat(desk.read(charge).number("/totalOutstanding")).isEqualTo(300);
  }

  @Test
  void whateverIsOnAChargeItTakesTheSameFewStatements() {
    var few = desk.charge(5000);
    var payment = desk.pay(few, 10).ok().at("/id");
    var item = desk.clinic().item("Serum", 100);
    var lines = Collections.nCopies(40, line(item)).toArray(LineBody[]::new);
    var manyCart = desk.clinic().cart(desk.patient(), lines).at("/id");

    assertThat(taken(() -> desk.convert(manyCart).ok())).isEqualTo(10);
    var many = desk.api().get("/billing/cart/" + manyCart).ok().at("/convertedChargeId");
    for (int i = 0; i < 10; i++) {
      desk.refund(desk.pay(many, 20).ok().at("/id"), 5).ok();
    }
    for (var charge : List.of(few, many)) {
      assertThat(taken(() -> desk.read(charge))).isEqualTo(5);
      assertThat(taken(() -> desk.api().get("/billing/charge/timeline?charge_id=" + charge).ok()))
          .isEqualTo(5);
      assertThat(taken(() -> desk.pay(charge, 1).ok())).isBetween(8L, 8 + CLINIC);
    }
    assertThat(taken(() -> desk.api().get("/billing/charge/list").ok())).isEqualTo(6);
    assertThat(taken(() -> desk.api().get("/billing/payment/%s/receipt".formatted(payment)).ok()))
        .isBetween(5L, 5 + CLINIC);
    assertThat(taken(() -> desk.withKey("key").pay(many, 1).ok())).isBetween(12L, 12 + CLINIC);
    assertThat(taken(() -> desk.withKey("key").pay(many, 1).ok())).isEqualTo(6);
    assertThat(taken(() -> desk.refund(payment, 1).ok())).isEqualTo(10);
  }

  private long taken(Runnable work) {
    return statements.during(work);
  }
}

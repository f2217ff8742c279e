package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.cartwright.audit.recording.AuditRows;
import org.cartwright.charges.PaymentDesk;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.TestDatabase;
import org.cartwright.testing.bodies.Bodies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Charges at the desk: listed, paid and given back, without any scripts. */
@CartwrightTest
class CheckoutTests {

  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

  @Autowired private Clinics clinics;

  private Clinic clinic;
  private PaymentDesk api;
  private String ana;
  private DeskBrowser desk;

  @BeforeEach
  void aDeskThatTakesMoney() {
    begin(clinics.open("America/New_York", "USD", "en-US"));
  }

  private void begin(Clinic at) {
    clinic = at;
    api = PaymentDesk.of(clinic);
    ana = DeskBrowser.member(clinics, clinic, "Ana", DeskRole.FRONT_DESK);
    desk = new DeskBrowser(clinics).signIn(clinics, clinic, "Ana");
  }

  private static String path(String charge) {
    return "/console/charges/" + charge;
  }

  private String seen(String page) {
    var found = SEEN.matcher(desk.get(page).ok().text());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private Answer pay(String charge, Map<String, String> fields) {
    return send(charge, "/payments", fields);
  }

  private Answer send(String charge, String way, Map<String, String> fields) {
    var all = new HashMap<>(fields);
    all.putIfAbsent("seen", seen(path(charge)));
    return desk.post(path(charge) + way, all);
  }

  private static String page(int status, Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    return answer.text();
  }

  private List<String> media(String charge) {
    return api.read(charge)
        .json()
        .get("payments")
        .valueStream()
        .map(it -> it.at("/payment/paymentMedium").asString() + " " + it.at("/amount").asLong())
        .toList();
  }

  @Test
  void chargesAreFoundByPatientNumberAndStatus() {
    var jane = api.charge(5000);
    var omar =
        new PaymentDesk(
                clinic,
                clinic.api(),
                clinic.patient(Bodies.aPatient("Omar", "<Said>").phone("+1 555 010 1234")),
                ana)
            .charge(7000);
    api.pay(jane, 5000).ok();

    var all = desk.get("/console/charges").ok().text();

    assertThat(all)
        .contains("2 charges", "Omar &lt;Said&gt;", "$70.00", "$50.00", "Serum", "just now")
        .contains("aria-current=\"page\"");
    assertThat(AuditRows.of(clinic.id()))
        .filteredOn(row -> row.action().equals("GET /console/charges"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.objects())
                    .contains("charge:" + jane, "charge:" + omar, "patient:" + api.patient()));
    assertThat(list("?q=555%20010.9999")).contains("1 charge", "Jane").doesNotContain("Omar");
    assertThat(list("?q=" + omar)).contains("1 charge", "Omar");
    assertThat(list("?q=doe&status=PAID")).contains("1 charge", "Jane");
    assertThat(list("?status=OUTSTANDING")).contains("1 charge", "Omar").doesNotContain("Jane");
    assertThat(list("?status=VOID")).contains("0 charges", "No charge found");
    assertThat(list("?status=x&page=-3")).contains("2 charges");
  }

  @Test
  void aChargeLeadsToItsPatientAndToWhatItWasOpenedFrom() {
    var cart = api.cart(5000);
    var ofCart = api.convert(cart).ok().at("/id");
    var quotes = QuoteDesk.of(clinic);
    var accepted = quotes.answer(quotes.send(quotes.quote(7000)), "accept").ok().at("/id");
    desk.get("/console/quotes/" + accepted).ok();
    desk.post("/console/quotes/" + accepted + "/charge", Map.of());
    var quote = clinic.api().get("/billing/quote/" + accepted).ok();
    var patient = "href=\"/console/patients/%s\"";

    assertThat(desk.get(path(ofCart)).ok().text())
        .contains(patient.formatted(api.patient()))
        .contains("href=\"/console/carts/%s\"".formatted(cart), "From its cart");
    assertThat(desk.get(path(quote.at("/convertedChargeId"))).ok().text())
        .contains(patient.formatted(quote.at("/patientId")))
        .contains("href=\"/console/quotes/%s\"".formatted(accepted), "From its quote");
    assertThat(desk.get("/console/quotes/" + accepted).ok().text())
        .contains(patient.formatted(quote.at("/patientId")))
        .contains("href=\"/console/carts/%s\"".formatted(quote.at("/cartId")), "Its cart");
    assertThat(desk.get("/console/carts/" + cart).ok().text())
        .contains(patient.formatted(api.patient()));
  }

  private String list(String query) {
    return desk.get("/console/charges" + query).ok().text();
  }

  @Test
  void chargesThatWerePaidInPartsOrGivenBackStandWhereTheyAre() {
    var parts = api.charge(300);
    api.pay(parts, 100).ok();
    api.pay(parts, 200).ok();
    var back = api.charge(400);
    api.refund(api.pay(back, 400).ok().at("/id"), 400).ok();
    var some = api.charge(500);
    api.refund(api.pay(some, 500).ok().at("/id"), 1).ok();
    var reopened = api.charge(600);
    api.refund(api.pay(reopened, 500).ok().at("/id"), 500).ok();

    assertThat(list("?status=PAID")).contains("2 charges", parts, some);
    assertThat(list("?status=REFUNDED")).contains("1 charge", back);
    assertThat(list("?status=OUTSTANDING")).contains("1 charge", reopened, "$6.00");
  }

  @Test
  void aLongListIsTurnedPageByPage() {
    for (int i = 0; i < 26; i++) {
      api.charge(100);
    }

    assertThat(list("?q=doe&status=OUTSTANDING"))
        .contains("26 charges", "Page 1 of 2")
        .contains("/console/charges?q=doe&amp;status=OUTSTANDING&amp;page=2");
    assertThat(list("?status=OUTSTANDING&page=2")).contains("Page 2 of 2");
    assertThat(list("?page=2")).contains("Page 2 of 2").doesNotContain("rel=\"next\"");
  }

  @Test
  void aPaymentIsSplitAndTellsTheChange() {
    api.credit(1000);
    var charge = api.charge(10000);

    var paid =
        pay(
            charge,
            Map.of(
                "card", "$50.00", "credit", "10", "other", "15.5", "medium", "CHECK", "handed",
                "40"));

    assertThat(paid.headers().firstValue("Location")).hasValue(path(charge));
    assertThat(media(charge))
        .containsExactly("PATIENT_CREDIT 1000", "EXTERNAL_CARD 5000", "CHECK 1550", "CASH 2450");
    assertThat(api.creditLeft()).isZero();
    assertThat(desk.get(path(charge)).ok().text())
        .contains("Change to give back", "$15.50", "status PAID", "Check")
        .doesNotContain("Take payment");
    assertThat(AuditRows.of(clinic.id()))
        .anySatisfy(
            row -> {
              assertThat(row.caller()).isEqualTo("STAFF");
              assertThat(row.action()).isEqualTo("POST /console/charges/{charge_id}/payments");
              assertThat(row.objects()).contains("charge:" + charge);
            });
  }

  @Test
  void whatIsLeftIsToldAndFilledInWithoutTakingAnything() {
    var charge = api.charge(10000);

    assertThat(page(200, send(charge, "/till", Map.of("card", "30", "rest", "cash"))))
        .contains("value=\"30\"", "value=\"70.00\"", "Left to pay after this", "$0.00");
    assertThat(page(200, send(charge, "/till", Map.of("card", "30", "handed", "100"))))
        .contains("Change to give back", "$30.00");
    assertThat(page(200, send(charge, "/till", Map.of("cash", "130"))))
        .contains("More than is owed by", "$30.00");
    assertThat(media(charge)).isEmpty();
  }

  @Test
  void whatIsWrongStandsBesideItsFieldWithWhatWasTyped() {
    var charge = api.charge(10000);

    assertThat(page(422, pay(charge, Map.of("card", "1,5", "cash", "2x"))))
        .contains("Write an amount", "value=\"1,5\"", "value=\"2x\"");
    assertThat(page(422, pay(charge, Map.of("card", "100.01"))))
        .contains("That is more than is owed", "value=\"100.01\"");
    assertThat(page(422, pay(charge, Map.of("cash", "50", "handed", "20"))))
        .contains("Less was handed over", "value=\"20\"");
    assertThat(page(422, pay(charge, Map.of("other", "5")))).contains("Choose how it is paid");
    assertThat(page(422, pay(charge, Map.of("credit", "5", "card", "5"))))
        .contains("The patient has less credit");
    assertThat(page(422, pay(charge, Map.of()))).contains("Write how much is paid");
    assertThat(media(charge)).isEmpty();
  }

  @Test
  void aFormThatIsSentTwicePaysOnce() {
    var charge = api.charge(10000);
    var seen = seen(path(charge));
    var form = Map.of("seen", seen, "cash", "25", "handed", "30");

    assertThat(pay(charge, form).status()).isEqualTo(303);
    var again = page(409, pay(charge, form));

    assertThat(again)
        .contains("Something was paid or given back since", "Paid", "$25.00", "Cash")
        .contains("value=\"25\"", "$75.00");
    assertThat(media(charge)).containsExactly("CASH 2500");
  }

  @Test
  void managersGiveBackWithAReasonAndTheFrontDeskDoesNot() {
    var charge = api.charge(10000);
    var payment = api.pay(charge, 10000).ok().at("/id");
    var way = "/payments/" + payment + "/refund";
    var wanted = Map.of("seen", "2", "amount", "12.5", "reason", "DISPUTE", "description", "Itchy");

    assertThat(desk.get(path(charge)).ok().text()).doesNotContain("Give back");
    assertThat(page(403, desk.post(path(charge) + way, wanted))).contains("managers and owners");
    DeskBrowser.give(clinics, clinic, ana, "MANAGER");
    assertThat(page(422, send(charge, way, Map.of("amount", "100.01", "description", "Too <b>"))))
        .contains("Less than that is left", "value=\"100.01\"", "Too &lt;b&gt;");
    assertThat(page(422, send(charge, way, Map.of("amount", "0")))).contains("Write an amount");
    assertThat(desk.post(path(charge) + way, wanted).status()).isEqualTo(303);
    assertThat(page(409, desk.post(path(charge) + way, wanted))).contains("$12.50");

    assertThat(desk.get(path(charge)).ok().text())
        .contains("$12.50 given back", "The patient disputes it", "by Ana Ortiz", "Itchy");
    var refunds = api.read(charge).json().at("/payments/0/payment/refunds");
    assertThat(refunds).hasSize(1);
    assertThat(refunds.at("/0/amount").asLong()).isEqualTo(1250);
  }

  @Test
  void theReceiptIsShownAndNoOtherChargesReceipt() {
    var charge = api.charge(10000);
    var payment = api.pay(charge, 4000).ok().at("/id");
    var receipt = "/payments/" + payment + "/receipt.pdf";

    var shown = desk.get(path(charge) + receipt).ok();

    assertThat(shown.headers().firstValue("Content-Type")).hasValue("application/pdf");
    assertThat(shown.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("inline;");
    assertThat(shown.text()).startsWith("%PDF-");
    page(404, desk.get(path(api.charge(100)) + receipt));
  }

  @Test
  void aReceiptIsSentToThePatientWithItsPdfAndSaysWhatBecameOfIt() {
    var charge = api.charge(10000);
    var payment = api.pay(charge, 4000).ok().at("/id");
    var way = path(charge) + "/payments/" + payment + "/receipt";
    assertThat(desk.get(path(charge)).ok().text()).doesNotContain(way + "\"");
    assertThat(page(409, desk.post(way, Map.of()))).contains("The patient has no e-mail address");
    var email = "jane.%s@mail.example".formatted(clinic.id());
    clinic.api().put("/user/patient/" + api.patient(), Bodies.body().with("email", email)).ok();
    clinic
        .api()
        .put(
            "/settings/message-templates/RECEIPT/EMAIL",
            Bodies.body()
                .with("subject", "Paid {amount}")
                .with("text", "{patient}: {date} {clinic}"))
        .ok();
    assertThat(desk.get(path(charge)).ok().text()).contains(way + "\"", "Send it to " + email);

    assertThat(desk.post(way, Map.of()).status()).isEqualTo(303);

    var inbox = "/dev/inbox?tenant=%s&to=%s".formatted(clinic.id(), email);
    await()
        .atMost(DeskBrowser.PATIENCE)
        .until(() -> clinics.nobody().get(inbox).ok().json().size() == 1);
    var mail = clinics.nobody().get(inbox).ok();
    assertThat(mail.at("/0/subject")).isEqualTo("Paid $40.00");
    assertThat(mail.at("/0/text")).startsWith("Jane: ");
    assertThat(mail.at("/0/attachment")).isEqualTo("receipt-" + payment + ".pdf");
    var file =
        clinics
            .nobody()
            .get("/dev/inbox/%s/%s/attachment".formatted(clinic.id(), mail.at("/0/id")))
            .ok();
    assertThat(file.text()).startsWith("%PDF-");
    await()
        .atMost(DeskBrowser.PATIENCE)
        .untilAsserted(
            () -> assertThat(desk.get(path(charge)).ok().text()).contains("The receipt was sent:"));
    assertThat(AuditRows.of(clinic.id()))
        .anySatisfy(
            row -> {
              assertThat(row.action())
                  .isEqualTo("POST /console/charges/{charge_id}/payments/{payment_id}/receipt");
              assertThat(row.objects()).contains("payment:" + payment);
            });
    page(404, desk.post(path(api.charge(100)) + "/payments/" + payment + "/receipt", Map.of()));
  }

  @Test
  void noReceiptIsSentToSomebodyWhoIsBeingErased() throws Exception {
    var charge = api.charge(10000);
    var payment = api.pay(charge, 10000).ok().at("/id");
    var way = path(charge) + "/payments/" + payment + "/receipt";
    var email = "jane.%s@mail.example".formatted(clinic.id());
    clinic.api().put("/user/patient/" + api.patient(), Bodies.body().with("email", email)).ok();
    desk.get(path(charge)).ok();
    try (var erasing = TestDatabase.shared().superuser();
        var statement = erasing.createStatement()) {
      erasing.setAutoCommit(false);
      var where = " where tenant_id = '%s' and id = '%s'".formatted(clinic.id(), api.patient());
      statement.execute("select from patient" + where + " for update");

      var answers =
          AtOnce.all(
              List.<Callable<Answer>>of(
                  () -> desk.post(way, Map.of()),
                  () -> {
                    var end = System.nanoTime() + 60_000_000_000L;
                    while (TestDatabase.shared().waitingFor("for key share") == 0) {
                      assertThat(System.nanoTime()).as("nobody waits").isLessThan(end);
                    }
                    statement.execute(
                        """
                        update patient
                           set is_archived = true, first_name = 'Erased', last_name = 'patient', email = null,
                               phone_number = null, on_scheduling_blacklist = null, surcharge_disabled = null,
                               erased_date = now()\
                        """
                            + where);
                    erasing.commit();
                    return clinic.api().get("/user/patient/" + api.patient());
                  }));

      assertThat(page(409, answers.getFirst())).contains("The patient was erased");
    }
    assertThat(desk.get(path(charge)).ok().text()).doesNotContain("The receipt");
  }

  @Test
  void amountsAreTypedAsTheClinicWritesThem() {
    begin(clinics.open("Europe/Berlin", "EUR", "de-DE"));
    var charge = api.charge(123456);

    assertThat(page(422, pay(charge, Map.of("card", "1.5")))).contains("Write an amount");
    assertThat(page(200, send(charge, "/till", Map.of("rest", "card"))))
        .contains("value=\"1234,56\"");
    assertThat(pay(charge, Map.of("card", "1.200,50 €")).status()).isEqualTo(303);
    desk.speaking("es");
    assertThat(desk.get(path(charge)).ok().text()).contains("34,06", "Recibir el pago", "Tarjeta");
    assertThat(media(charge)).containsExactly("EXTERNAL_CARD 120050");
  }

  @Test
  void anotherClinicsChargeIsNoCharge() {
    var charge = api.charge(10000);
    var payment = api.pay(charge, 4000).ok().at("/id");
    var other = clinics.open();
    DeskBrowser.member(clinics, other, "Ana", DeskRole.OWNER);
    var stranger = new DeskBrowser(clinics).signIn(clinics, other, "Ana");
    stranger.get("/console/account").ok();

    page(404, stranger.get(path(charge)));
    page(404, stranger.get(path(charge) + "/payments/" + payment + "/receipt.pdf"));
    page(404, stranger.post(path(charge) + "/payments/" + payment + "/receipt", Map.of()));
    page(404, stranger.post(path(charge) + "/till", Map.of("cash", "1")));
    page(404, stranger.post(path(charge) + "/payments", Map.of("seen", "2", "cash", "1")));
    page(
        404,
        stranger.post(
            path(charge) + "/payments/" + payment + "/refund", Map.of("seen", "2", "amount", "1")));
    assertThat(stranger.get("/console/charges?q=doe").ok().text()).contains("0 charges");
    assertThat(media(charge)).containsExactly("CASH 4000");
  }
}

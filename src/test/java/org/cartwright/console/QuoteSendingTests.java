package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartwright.testing.bodies.Bodies.aPatient;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.cartwright.audit.recording.AuditRows;
import org.cartwright.quotes.terms.QuoteDefaults;
import org.cartwright.quotes.terms.TermsTemplates;
import org.cartwright.staff.DeskRole;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.cartwright.testing.bodies.Bodies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Carts sent as quotes from the desk. */
@CartwrightTest
class QuoteSendingTests {

  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final String JANE = "jane@mail.example";

  private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"");
  private static final Pattern NEWS = Pattern.compile("hx-get=\"([^\"]+/news[^\"]+)\"");

  @Autowired private Clinics clinics;
  @Autowired private TermsTemplates terms;
  @Autowired private QuoteDefaults defaults;
  @Autowired private TestClock clock;

  private Clinic clinic;
  private String ana;
  private DeskBrowser desk;
  private String cart;

  @BeforeEach
  void aCartOfJane() {
    clinic = clinics.open(NEW_YORK.getId(), "USD", "en-US");
    ana = DeskBrowser.member(clinics, clinic, "Ana", DeskRole.FRONT_DESK);
    desk = new DeskBrowser(clinics).signIn(clinics, clinic, "Ana");
    var jane = clinic.patient(aPatient("Jane", "Doe").email(JANE).born("1980-07-03"));
    cart = clinic.cart(jane, Bodies.line(clinic.item("Filler", 10000)).quantity(2)).at("/id");
  }

  private String form() {
    return "/console/carts/" + cart + "/quote";
  }

  private String seen() {
    return seen(form());
  }

  private String seen(String page) {
    var found = SEEN.matcher(desk.get(page).ok().text());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String page(int status, Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    return answer.text();
  }

  @Test
  void theDeskSeesInWhichLanguageThePatientIsWrittenTo() {
    var patient = clinic.api().get("/billing/cart/" + cart).ok().at("/patient/id");
    assertThat(desk.get(form()).ok().text())
        .contains("placeholder=\"Quote for Jane Doe\"")
        .doesNotContain("the language of the patient");

    clinic
        .api()
        .put(
            "/user/patient/%s/language".formatted(patient), Bodies.body().with("language", "es-MX"))
        .ok();

    assertThat(desk.get(form()).ok().text())
        .contains("placeholder=\"Presupuesto para Jane Doe\"")
        .contains("The mail and the page are in the language of the patient, Spanish.");
  }

  @Test
  void aCartIsSentAndItsQuoteFollowedAndTakenBack() {
    var sent =
        desk.post(
            form(),
            Map.of("seen", seen(), "validity", "month", "terms", "On the day.", "message", "Hi"));

    var at = sent.headers().firstValue("Location").orElseThrow();
    assertThat(at).startsWith("/console/quotes/");
    DeskBrowser.mail(clinics, clinic, JANE, 1);
    assertThat(desk.get(at).ok().text())
        .contains("Quote for Jane Doe", "Valid until", "$200.00", "Made", "Sent", "Filler")
        .doesNotContain("/withdraw");
    assertThat(desk.get("/console/carts/" + cart).ok().text())
        .contains("A quote of this cart is with the patient", at)
        .doesNotContain("id=\"find\"");
    assertThat(desk.get(form()).ok().text()).contains("This cart cannot be sent now");
    assertThat(page(403, desk.post(at + "/withdraw", Map.of()))).contains("managers and owners");
    desk.post(at + "/send", Map.of("seen", seen(at), "method", "email"));
    DeskBrowser.mail(clinics, clinic, JANE, 2);

    DeskBrowser.give(clinics, clinic, ana, "MANAGER");
    desk.get(at).ok();
    desk.post(at + "/withdraw", Map.of());

    assertThat(desk.get(at).ok().text()).contains("Withdrawn", "status DRAFT");
  }

  @Test
  void aQuoteIsSentAgainAsItWasSeenOnly() {
    var quote = sent();
    var again = Map.of("seen", seen(quote), "method", "email");
    assertThat(desk.post(quote + "/send", again).status()).isEqualTo(303);

    assertThat(page(409, desk.post(quote + "/send", again)))
        .contains("so nothing was sent now", "status SENT");
    assertThat(happened(quote)).containsOnlyOnce("SENT SENT");

    var late = Map.of("seen", seen(quote), "method", "email");
    clinic.api().post("/billing/quote/%s/withdraw".formatted(stored(quote, "").at("/id")), "").ok();
    assertThat(page(409, desk.post(quote + "/send", late)))
        .contains("so nothing was sent now", "status DRAFT");
    assertThat(happened(quote)).endsWith("SENT SENT WITHDRAWN");
  }

  /** What was done to a quote, without what became of its messages. */
  private String happened(String quote) {
    return StreamSupport.stream(
            stored(quote, "/timeline").json().get("events").spliterator(), false)
        .map(event -> event.get("type").asString())
        .filter(type -> !type.equals("DELIVERED") && !type.equals("FAILED"))
        .collect(Collectors.joining(" "));
  }

  @Test
  void ofATimeThatComesTwiceTheOneThatIsStillAheadIsMeant() {
    // Ten minutes past one for the second time, as summer time has just ended.
    var now = Instant.parse("2027-11-07T06:10:00Z");
    clock.in(
        Duration.between(Instant.now(), now),
        () -> {
          aCartOfJane();
          var seen = seen();
          var over = Map.of("seen", seen, "at", "2027-11-07T00:50", "validity", "none");
          assertThat(page(422, desk.post(form(), over))).contains("That time has passed");

          var ahead = Map.of("seen", seen, "at", "2027-11-07T01:50", "validity", "none");
          var at = desk.post(form(), ahead).headers().firstValue("Location").orElseThrow();

          assertThat(desk.get(at).ok().text())
              .contains("It waits to be sent by e-mail: November 7, 2027, 1:50 AM");
        });
  }

  @Test
  void whatCannotBeSentIsSaidAndWhatWasTypedStays() {
    var seen = seen();

    assertThat(
            page(
                422,
                desk.post(
                    form(),
                    Map.of("seen", seen, "validity", "date", "until", "", "title", "A <b>"))))
        .contains("Choose a day.", "value=\"A &lt;b&gt;\"");
    assertThat(page(409, desk.post(form(), Map.of("seen", seen, "method", "sms", "title", "T"))))
        .contains("The patient has no phone number", "value=\"T\"");
    clinic
        .api()
        .post("/billing/cart/" + cart + "/items", Bodies.line(clinic.item("Serum", 4999)))
        .ok();
    assertThat(page(409, desk.post(form(), Map.of("seen", seen, "message", "Hello"))))
        .contains("Nothing was sent", "$249.99", "Hello");
    assertThat(clinic.api().get("/billing/quote/list?cart_id=" + cart).ok().number("/total"))
        .isZero();
  }

  @Test
  void anAcceptedQuoteIsChargedOnceAndLeadsToItsCharge() {
    var at = desk.post(form(), Map.of("seen", seen())).headers().firstValue("Location");
    var quote = at.orElseThrow();
    assertThat(page(409, desk.post(quote + "/charge", Map.of()))).contains("That was not done");
    assertThat(desk.get(quote).ok().text()).doesNotContain("Charge it");
    clinic
        .api()
        .post(
            "/billing/quote/respond",
            Bodies.body()
                .with("quoteId", quote.substring(quote.lastIndexOf('/') + 1))
                .with("response", "accept"))
        .ok();
    assertThat(desk.get(quote).ok().text()).contains("Charge it");

    var charge = desk.post(quote + "/charge", Map.of()).headers().firstValue("Location");

    assertThat(charge.orElseThrow()).startsWith("/console/charges/");
    assertThat(desk.get(quote).ok().text()).contains(charge.orElseThrow());
    assertThat(desk.get("/console/carts/" + cart).ok().text()).contains(charge.orElseThrow());
    page(409, desk.post(quote + "/charge", Map.of()));
    assertThat(clinic.api().get("/billing/charge/list").ok().json()).hasSize(1);
  }

  @Test
  void aCartWhoseQuoteWasAcceptedSaysWhatThatComesToAndIsChargedSo() {
    var at = desk.post(form(), Map.of("seen", seen())).headers().firstValue("Location");
    var quote = at.orElseThrow().substring(at.orElseThrow().lastIndexOf('/') + 1);
    var filler = clinic.api().get("/billing/cart/" + cart).ok().at("/items/0/itemId");
    clinic.api().put("/inventory/items/update/" + filler, Bodies.body().with("price", 15000)).ok();
    var revision =
        clinic
            .api()
            .post("/billing/quote/" + quote + "/revise", Bodies.body().with("prices", "TODAY"))
            .ok()
            .at("/id");
    var named = Bodies.body().with("quoteId", revision);
    clinic.api().post("/billing/quote/send", named.with("method", "email")).ok();
    clinic.api().post("/billing/quote/respond", named.with("response", "accept")).ok();

    var page = desk.get("/console/carts/" + cart).ok().text();
    assertThat(page).contains("what is charged, $300.00 in all.", "$200.00", "Charge it");
    var shown = SEEN.matcher(page);
    assertThat(shown.find()).isTrue();
    var charge =
        desk.post("/console/carts/" + cart + "/charge", Map.of("seen", shown.group(1)))
            .headers()
            .firstValue("Location");

    assertThat(desk.get(charge.orElseThrow()).ok().text()).contains("$300.00");
  }

  @Test
  void aQuoteWaitsForItsTimeAndIsTakenBackOrSentAtOnce() {
    var seen = seen();
    var tomorrow = LocalDate.now(NEW_YORK).plusDays(1);
    for (var wrong :
        Map.of(
                "soon",
                "Write a day and a time",
                "2020-01-01T09:00",
                "That time has passed",
                "+12026-01-01T09:00",
                "Write a day and a time")
            .entrySet()) {
      assertThat(page(422, desk.post(form(), Map.of("seen", seen, "at", wrong.getKey()))))
          .contains(wrong.getValue(), "value=\"%s\"".formatted(wrong.getKey()));
    }
    var late =
        Map.of(
            "seen",
            seen,
            "at",
            tomorrow + "T09:00",
            "validity",
            "date",
            "until",
            LocalDate.now(NEW_YORK).toString());
    assertThat(page(422, desk.post(form(), late))).contains("would have run out");
    assertThat(clinic.api().get("/billing/quote/list?cart_id=" + cart).ok().number("/total"))
        .isZero();

    var nine = Map.of("seen", seen, "at", tomorrow + "T09:00", "message", "As said <today>");
    var at = desk.post(form(), nine).headers().firstValue("Location").orElseThrow();

    assertThat(desk.get(at).ok().text())
        .contains("It waits to be sent by e-mail", ", 9:00 AM", "status DRAFT", "Send it at once")
        .doesNotContain("name=\"method\"");
    assertThat(desk.get("/console/carts/" + cart).ok().text())
        .contains("A quote of this cart waits to be sent", at)
        .doesNotContain("id=\"find\"", "/charge\"");
    assertThat(desk.get(form()).ok().text()).contains("This cart cannot be sent now");
    assertThat(desk.post(at + "/withdraw", Map.of()).status()).isEqualTo(303);
    assertThat(desk.get(at).ok().text()).doesNotContain("It waits").contains("Withdrawn");
    assertThat(page(409, desk.post(at + "/send-now", Map.of()))).contains("is no longer waiting");
    assertThat(desk.get("/console/carts/" + cart).ok().text()).contains("id=\"find\"");

    var again =
        desk.post(form(), Map.of("seen", seen(), "at", tomorrow + "T09:00", "message", "Hi <Jane>"))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertThat(desk.post(again + "/send-now", Map.of()).status()).isEqualTo(303);
    DeskBrowser.mail(clinics, clinic, JANE, 1);
    assertThat(clinics.nobody().get("/dev/inbox?tenant=" + clinic.id() + "&to=" + JANE).text())
        .contains("Hi <Jane>");
    assertThat(desk.get(again).ok().text()).contains("status SENT").doesNotContain("It waits");
    assertThat(page(409, desk.post(again + "/send-now", Map.of()))).contains("no longer waiting");
  }

  @Test
  void aQuoteBeginsAsTheClinicSaysAndItsKeptTermsArePutIn() {
    assertThat(desk.get(form()).ok().text()).doesNotContain("name=\"template\"");
    var kept = new String[2];
    CurrentTenant.within(
        clinic.id(),
        () -> {
          kept[0] = terms.keep("House terms", "Payable <on the day>.").id();
          kept[1] = terms.keep("Surgery", "Half of it first.").id();
          defaults.change(new QuoteDefaults.Values(30, kept[0]));
        });

    assertThat(desk.get(form()).ok().text())
        .contains(
            "30 days, as always here", "House terms", "Surgery", "Payable &lt;on the day&gt;.");
    CurrentTenant.within(clinic.id(), () -> defaults.change(new QuoteDefaults.Values(1, kept[0])));
    assertThat(desk.get(form()).ok().text()).contains("1 day, as always here");
    var typed = Map.of("seen", seen(), "template", kept[1], "title", "T <1>", "terms", "old");
    assertThat(page(200, desk.post(form() + "/terms", typed)))
        .contains("Half of it first.</textarea>", "value=\"T &lt;1&gt;\"")
        .doesNotContain("old</textarea>");
    assertThat(
            page(
                422, desk.post(form() + "/terms", Map.of("template", "terms_none", "title", "T2"))))
        .contains("These terms no longer exist", "value=\"T2\"");
    assertThat(clinic.api().get("/billing/quote/list?cart_id=" + cart).ok().number("/total"))
        .isZero();

    var quote =
        desk.post(form(), Map.of("seen", seen(), "validity", "30", "terms", "As put in."))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    var until = LocalDate.now(NEW_YORK).plusDays(31).atStartOfDay(NEW_YORK).toInstant();
    assertThat(Instant.parse(stored(quote, "").at("/validUntilDate")))
        .isBetween(until.minusSeconds(1), until);
    assertThat(stored(quote, "").at("/terms")).isEqualTo("As put in.");
  }

  private String sent() {
    return desk.post(form(), Map.of("seen", seen())).headers().firstValue("Location").orElseThrow();
  }

  private String shown(String quote) {
    var found = SHOWN.matcher(desk.get(quote).ok().text());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private Answer stored(String quote, String more) {
    var id = quote.substring(quote.lastIndexOf('/') + 1);
    return clinic.api().get("/billing/quote/" + id + more).ok();
  }

  @Test
  void whatAPatientSaysOnThePhoneIsTakenDownWithTheirWords() {
    var quote = sent();
    var shown = shown(quote);
    assertThat(page(422, desk.post(quote + "/answer", Map.of("answer", "accept", "shown", shown))))
        .contains("Write what the patient said");
    assertThat(
            page(
                409,
                desk.post(
                    quote + "/answer",
                    Map.of("answer", "accept", "shown", "0".repeat(64), "message", "Yes <i>"))))
        .contains("That was not done", "Yes &lt;i&gt;");
    var yes = Map.of("answer", "accept", "shown", shown, "message", "On the phone: yes");

    assertThat(desk.post(quote + "/answer", yes).status()).isEqualTo(303);

    assertThat(desk.get(quote).ok().text())
        .contains("status ACCEPTED", "On the phone: yes")
        .contains("The patient, to somebody of the staff.", "Taken down by Ana Ortiz.", shown)
        .contains("the seal is unbroken", "127.0.0.1");
    var evidence = stored(quote, "/acceptance");
    assertThat(evidence.at("/verification")).isEqualTo("STAFF");
    assertThat(evidence.at("/providerId")).isEqualTo(ana);
    assertThat(evidence.at("/sha256")).isEqualTo(shown);
    assertThat(stored(quote, "/timeline").json().get("events"))
        .anySatisfy(
            event -> {
              assertThat(event.get("type").asString()).isEqualTo("ACCEPTED");
              assertThat(event.get("actor").asString()).isEqualTo("CLINIC");
              assertThat(event.at("/provider/id").asString()).isEqualTo(ana);
              assertThat(event.at("/provider/lastName").asString()).isEqualTo("Ortiz");
            });
    assertThat(
            page(
                409,
                desk.post(
                    quote + "/answer",
                    Map.of("answer", "decline", "shown", "", "message", "No, after all"))))
        .contains("That was not done", "No, after all</textarea>");
  }

  @Test
  void aDeclinedQuoteIsRevisedAndSentAnew() {
    var quote = sent();
    desk.post(
        quote + "/answer",
        Map.of("answer", "decline", "shown", shown(quote), "message", "Too much"));
    assertThat(desk.get(quote).ok().text()).contains("status DECLINED", "Too much");

    var revised =
        desk.post(quote + "/revise", Map.of("prices", "TODAY"))
            .headers()
            .firstValue("Location")
            .orElseThrow();

    assertThat(revised).startsWith("/console/quotes/").isNotEqualTo(quote);
    assertThat(desk.get(revised).ok().text()).contains("Send by e-mail", "$200.00");
    assertThat(
            desk.post(revised + "/send", Map.of("seen", seen(revised), "method", "email")).status())
        .isEqualTo(303);
    assertThat(desk.get(revised).ok().text()).contains("status SENT");
  }

  @Test
  void aRevisionWaitsForWhoeverIsAtTheQuoteAndIsOfWhatItSaysThen() throws Exception {
    var quote = sent();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var database = TestDatabase.shared().superuser();
        var statement = database.createStatement()) {
      database.setAutoCommit(false);
      statement.execute("select from cart where id = '%s' for update".formatted(cart));
      var revising = threads.submit(() -> desk.post(quote + "/revise", Map.of("prices", "SAME")));
      await()
          .pollInterval(Duration.ofMillis(5))
          .until(() -> TestDatabase.shared().waitingFor("cart") == 1);
      statement.execute(
          "update quote set version = version + 1, title = 'Told anew' where cart_id = '%s'"
              .formatted(cart));
      database.commit();

      assertThat(revising.get().status()).isEqualTo(303);
      var revised = revising.get().headers().firstValue("Location").orElseThrow();
      assertThat(desk.get(revised).ok().text()).contains("Told anew");
    }
  }

  @Test
  void theFrontDeskGivesNoLargerPartOfWhatAQuoteComesToToday() {
    var cream = clinic.item("Cream", 5000);
    clinic.api().post("/billing/cart/" + cart + "/items", Bodies.line(cream)).ok();
    var whole = Map.of("seen", seen(), "discount", "25");
    assertThat(desk.post("/console/carts/" + cart, whole).status()).isEqualTo(303);
    var quote =
        desk.post(form(), Map.of("seen", seen())).headers().firstValue("Location").orElseThrow();
    clinic.api().put("/inventory/items/update/" + cream, Bodies.body().with("price", 4000)).ok();

    assertThat(page(409, desk.post(quote + "/revise", Map.of("prices", "TODAY"))))
        .contains("it would be more of what is left then");
    assertThat(clinic.api().get("/billing/cart/" + cart).ok().json().get("quotes")).hasSize(1);

    assertThat(desk.post(quote + "/revise", Map.of("prices", "SAME")).status()).isEqualTo(303);
  }

  @Test
  void anOpenPageIsToldOnlyOfWhatIsNew() {
    var quote = sent();
    await()
        .atMost(DeskBrowser.PATIENCE)
        .until(() -> desk.get(quote).ok().text().contains("Delivered"));
    var news = NEWS.matcher(desk.get(quote).ok().text());
    assertThat(news.find()).isTrue();
    var asked = news.group(1).replace("&amp;", "&");
    assertThat(asked).endsWith("&open=true");

    assertThat(desk.get(asked).status()).isEqualTo(204);
    desk.post(
        quote + "/answer", Map.of("answer", "accept", "shown", shown(quote), "message", "Yes"));

    assertThat(desk.get(asked).ok().text()).contains("class=\"news\"", "#quote-actions");
    assertThat(AuditRows.of(clinic.id()))
        .extracting(AuditRows.Row::action)
        .doesNotContain("GET /console/quotes/{quote_id}/news");
    page(404, desk.get("/console/quotes/quote_none/news?seen=1"));
  }

  @Test
  void aQuoteIsPrinted() {
    var printed = desk.get(sent() + "/quote.pdf").ok();

    assertThat(printed.text()).startsWith("%PDF-");
    assertThat(printed.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("inline;");
  }
}

package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartwright.testing.bodies.Bodies.aPatient;

import java.util.Map;
import java.util.regex.Pattern;
import org.cartwright.audit.recording.AuditRows;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.bodies.Bodies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Carts sent as quotes from the desk. */
@CartwrightTest
class QuoteSendingTests {

  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
  private static final String JANE = "jane@mail.example";

  private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"");
  private static final Pattern NEWS = Pattern.compile("hx-get=\"([^\"]+/news[^\"]+)\"");

  @Autowired private Clinics clinics;

  private Clinic clinic;
  private String ana;
  private DeskBrowser desk;
  private String cart;

  @BeforeEach
  void aCartOfJane() {
    clinic = clinics.open();
    ana = DeskBrowser.member(clinics, clinic, "Ana", DeskRole.FRONT_DESK);
    desk = new DeskBrowser(clinics).signIn(clinics, clinic, "Ana");
    var jane = clinic.patient(aPatient("Jane", "Doe").email(JANE).born("1980-07-03"));
    cart = clinic.cart(jane, Bodies.line(clinic.item("Filler", 10000)).quantity(2)).at("/id");
  }

  private String form() {
    return "/console/carts/" + cart + "/quote";
  }

  private String seen() {
    var found = SEEN.matcher(desk.get(form()).ok().text());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String page(int status, Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    return answer.text();
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
    desk.post(at + "/send", Map.of("method", "email"));
    DeskBrowser.mail(clinics, clinic, JANE, 2);

    DeskBrowser.give(clinics, clinic, ana, "MANAGER");
    desk.get(at).ok();
    desk.post(at + "/withdraw", Map.of());

    assertThat(desk.get(at).ok().text()).contains("Withdrawn", "status DRAFT");
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

    assertThat(desk.get(quote).ok().text()).contains("status ACCEPTED", "On the phone: yes");
    var evidence = stored(quote, "/acceptance");
    assertThat(evidence.at("/verification")).isEqualTo("STAFF");
    assertThat(evidence.at("/sha256")).isEqualTo(shown);
    assertThat(stored(quote, "/timeline").json().get("events"))
        .anySatisfy(
            event -> {
              assertThat(event.get("type").asString()).isEqualTo("ACCEPTED");
              assertThat(event.get("actor").asString()).isEqualTo("CLINIC");
            });
    page(
        409,
        desk.post(quote + "/answer", Map.of("answer", "decline", "shown", "", "message", "No")));
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
    assertThat(desk.post(revised + "/send", Map.of("method", "email")).status()).isEqualTo(303);
    assertThat(desk.get(revised).ok().text()).contains("status SENT");
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

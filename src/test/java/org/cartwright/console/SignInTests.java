package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.assertj.core.groups.Tuple;
import org.cartwright.audit.recording.AuditRows;
import org.cartwright.console.sessions.SignInTokens;
import org.cartwright.staff.DeskRole;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.bodies.Bodies;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who comes in at the console, how, and for how long. */
@CartwrightTest
class SignInTests {

  private static final String ANA = "ana@example.com";

  @Autowired private Clinics clinics;
  @Autowired private ApplicationContext service;
  @Autowired private TestClock clock;
  @Autowired private SignInTokens tokens;

  private DeskBrowser stranger() {
    return new DeskBrowser(clinics);
  }

  private Clinic withAna() {
    var clinic = clinics.open();
    DeskBrowser.member(clinics, clinic, "Ana", DeskRole.OWNER);
    return clinic;
  }

  private static String page(int status, Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    return answer.text();
  }

  private static void isAtTheDoor(Answer answer) {
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue("/console/sign-in");
  }

  @Test
  void whoFollowsALinkFromElsewhereKeepsTheFormsThatAreOpen() {
    var shown = stranger().get("/console/sign-in").ok();

    assertThat(DeskBrowser.attributes(shown, "console-forms"))
        .contains("path=/console", "httponly", "samesite=lax", "secure");
  }

  @Test
  void whoComesInKeepsTheFormsThatAreOpenForAsLongAgain() {
    var clinic = withAna();
    var browser = stranger().signInByMail(clinics, clinic, "Ana");
    browser.get("/console/account").ok();
    var secret = browser.cookie("console-forms");
    browser.ask(clinic.id(), ANA);
    var link = DeskBrowser.link(clinics, clinic, ANA, 2);
    browser.get(link).ok();

    var entered = browser.post(link, Map.of());

    assertThat(entered.status()).isEqualTo(303);
    assertThat(DeskBrowser.attributes(entered, "console-forms"))
        .contains("max-age=2592000", "path=/console", "httponly", "samesite=lax", "secure");
    assertThat(browser.cookie("console-forms")).isEqualTo(secret).isNotEmpty();
  }

  @Test
  void aLinkLetsSomebodyInOnceAndOpeningItDoesNot() {
    var clinic = withAna();
    var browser = stranger();
    browser.get("/console/sign-in").ok();
    browser.ask(clinic.id(), "ANA@example.com");
    var link = DeskBrowser.link(clinics, clinic, ANA, 1);

    assertThat(stranger().get(link).ok().text()).contains("Ana Ortiz", "Clinic " + clinic.id());
    assertThat(browser.get(link).ok().text()).contains("You are Ana Ortiz, Owner.");
    isAtTheDoor(browser.get("/console"));
    var entered = browser.post(link, Map.of());

    assertThat(entered.headers().firstValue("Location")).hasValue("/console");
    assertThat(DeskBrowser.attributes(entered, "console"))
        .contains("path=/console", "httponly", "samesite=lax", "secure", "max-age=43200");
    assertThat(browser.get("/console/account").ok().text())
        .contains("Ana Ortiz", ANA, "Owner", "this browser");
    var again = stranger();
    assertThat(page(404, again.get(link))).contains("This link no longer works");
    assertThat(page(404, browser.post(link, Map.of()))).contains("This link no longer works");
  }

  @Test
  void whoeverAsksIsToldTheSameAndNothingIsSentToStrangers() {
    var clinic = withAna();
    clinic
        .api()
        .post("/admin/providers/invite", Bodies.aProvider("Sam", "Lee").email("sam@example.com"))
        .ok();
    var browser = stranger();
    browser.get("/console/sign-in").ok();

    var known = browser.ask(clinic.id(), ANA);
    var withoutRole = browser.ask(clinic.id(), "sam@example.com");
    var unknown = browser.ask(clinic.id(), "nobody@example.com");
    var nowhere = browser.ask("no-such-clinic", ANA);

    for (var answer : List.of(known, withoutRole, unknown, nowhere)) {
      assertThat(answer.status()).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location")).hasValue("/console/sign-in/sent");
      assertThat(answer.text()).isEmpty();
    }
    assertThat(browser.get("/console/sign-in/sent").ok().text()).contains("Check your inbox");
    DeskBrowser.link(clinics, clinic, ANA, 1);
    await()
        .atMost(DeskBrowser.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(AuditRows.of(clinic.id()))
                    .filteredOn(
                        row -> row.action().equals("console-sign-in") && row.status() != null)
                    .extracting(AuditRows.Row::status, AuditRows.Row::times)
                    .containsExactly(Tuple.tuple(401, 2L)));
    assertThat(clinics.nobody().get("/dev/inbox?tenant=" + clinic.id()).ok().json()).hasSize(1);
  }

  @Test
  void whatIsMissingIsToldBesideItsFieldAndWhatWasTypedStays() {
    var browser = stranger();
    browser.get("/console/sign-in").ok();

    var page = page(422, browser.ask("glow", "not an <address>"));

    assertThat(page)
        .contains("Write an e-mail address", "value=\"glow\"", "not an &lt;address&gt;")
        .doesNotContain("Write the short name");
  }

  @Test
  void somebodyHasNoMoreThanThreeLinksAtATime() {
    var clinic = withAna();
    var browser = stranger();
    browser.get("/console/sign-in").ok();
    for (int i = 1; i <= 3; i++) {
      browser.ask(clinic.id(), ANA);
      DeskBrowser.link(clinics, clinic, ANA, i);
    }

    browser.ask(clinic.id(), ANA);

    await()
        .atMost(DeskBrowser.PATIENCE)
        .until(
            () -> {
              AuditRows.putDownRefusals(service);
              return AuditRows.of(clinic.id()).stream()
                  .anyMatch(row -> row.status() != null && row.status() == 429);
            });
    assertThat(clinics.nobody().get("/dev/inbox?tenant=" + clinic.id()).ok().json()).hasSize(3);
  }

  @Test
  void norDoesWhoAsksManyTimesAtOnce() {
    var clinic = clinics.open();
    var ana = DeskBrowser.member(clinics, clinic, "Ana", DeskRole.OWNER);

    Callable<Boolean> ask =
        () -> CurrentTenant.call(clinic.id(), () -> tokens.make(ana).isPresent());

    var made = AtOnce.all(Collections.nCopies(12, ask));

    assertThat(made).filteredOn(it -> it).hasSize(3);
  }

  @Test
  void aFormWithoutItsTokenChangesNothing() {
    var clinic = withAna();
    var browser = stranger().signInByMail(clinics, clinic, "Ana");
    browser.get("/console/account").ok();

    for (var wrong : List.of("", "x".repeat(43))) {
      assertThat(page(403, browser.post("/console/sign-out", Map.of("token", wrong))))
          .contains("This page cannot be sent");
    }
    var others = stranger();
    others.get("/console/sign-in").ok();
    others.with("console", browser.cookie("console"));
    page(403, others.post("/console/sign-out", Map.of()));
    browser.get("/console/account").ok();
    page(403, stranger().ask(clinic.id(), ANA));
  }

  @Test
  void whatAScriptSentWithoutItsTokenIsToldOverThePageThatKeepsIt() {
    var clinic = withAna();
    var browser = stranger().signInByMail(clinics, clinic, "Ana").lively();

    var refused = browser.post("/console/settings/messages/QUOTE", Map.of("token", "no"));

    assertThat(page(403, refused)).contains("This page cannot be sent");
    assertThat(refused.headers().firstValue("HX-Retarget")).hasValue("#notice");
    assertThat(refused.headers().firstValue("HX-Reselect")).hasValue(".card");
    assertThat(refused.headers().firstValue("HX-Reswap")).hasValue("innerHTML");
  }

  @Test
  void signingOutEndsASessionAndEverywhereEndsThemAll() {
    var clinic = withAna();
    var here = stranger().signInByMail(clinics, clinic, "Ana");
    var there = stranger().signInByMail(clinics, clinic, "Ana");
    var third = stranger().signInByMail(clinics, clinic, "Ana");
    var stolen = stranger().with("console", here.cookie("console"));
    stolen.get("/console/account").ok();

    here.get("/console/account").ok();
    var out = here.post("/console/sign-out", Map.of());
    assertThat(DeskBrowser.attributes(out, "console")).contains("max-age=0");
    isAtTheDoor(stolen.get("/console/account"));
    there.get("/console/account").ok();
    isAtTheDoor(there.post("/console/sign-out-everywhere", Map.of()));
    isAtTheDoor(third.get("/console/account"));

    assertThat(AuditRows.of(clinic.id()))
        .filteredOn(row -> "STAFF".equals(row.caller()) && row.outcome().equals("DONE"))
        .flatExtracting(AuditRows.Row::fields)
        .containsExactly(
            "provider.signed_in",
            "provider.signed_in",
            "provider.signed_in",
            "provider.signed_out",
            "provider.signed_out_everywhere");
  }

  @Test
  void aSessionEndsAnHourAfterItWasUsedAndAfterTwelveInAnyCase() {
    var clinic = withAna();
    var idle = stranger().signInByMail(clinics, clinic, "Ana");
    var busy = stranger().signInByMail(clinics, clinic, "Ana");
    for (int minutes = 50; minutes < 700; minutes += 50) {
      clock.in(Duration.ofMinutes(minutes), () -> busy.get("/console/account").ok());
    }

    clock.in(Duration.ofMinutes(62), () -> isAtTheDoor(idle.get("/console/account")));
    clock.in(Duration.ofMinutes(721), () -> isAtTheDoor(busy.get("/console/account")));
  }

  @Test
  void whoLosesTheirRoleIsOutAtOnceAndWhoChangesItHasTheNewOne() {
    var clinic = clinics.open();
    var ana = DeskBrowser.member(clinics, clinic, "Ana", DeskRole.OWNER);
    var browser = stranger().signInByMail(clinics, clinic, "Ana");

    DeskBrowser.give(clinics, clinic, ana, "FRONT_DESK");
    assertThat(browser.get("/console/account").ok().text()).contains("Front desk");
    clinics
        .operator()
        .put(
            "/platform/tenants/%s/desk/%s".formatted(clinic.id(), ana),
            Bodies.body().with("role", null))
        .ok();

    isAtTheDoor(browser.get("/console/account"));
    DeskBrowser.give(clinics, clinic, ana, "OWNER");
    isAtTheDoor(browser.get("/console/account"));
    assertThat(browser.signInByMail(clinics, clinic, "Ana").get("/console/account").ok().text())
        .contains("Owner");
  }

  @Test
  void aSessionIsGoodForItsOwnClinicAlone() {
    var clinic = withAna();
    var other = withAna();
    var cookie = stranger().signInByMail(clinics, clinic, "Ana").cookie("console");
    var secret = cookie.substring(cookie.indexOf('.'));

    isAtTheDoor(stranger().with("console", other.id() + secret).get("/console/account"));
    stranger().with("console", clinic.id() + secret).get("/console/account").ok();
  }

  @Test
  void whatWasSentWithoutASessionIsShownAndSentAgainOnceSomebodyIsIn() {
    var clinic = withAna();
    var browser = stranger().signInByMail(clinics, clinic, "Ana");
    browser.get("/console/account").ok();
    var late = new Answer[1];
    clock.in(
        Duration.ofMinutes(90),
        () ->
            late[0] = browser.post("/console/sign-out-everywhere", Map.of("note", "a \"b\" <c>")));

    assertThat(page(401, late[0]))
        .contains("You were signed out", "action=\"/console/sign-out-everywhere\"")
        .contains("name=\"note\" value=\"a &quot;b&quot; &lt;c&gt;\"");
    isAtTheDoor(browser.post("/console/sign-out-everywhere", Map.of()));
  }

  @Test
  void whoReadsSpanishReadsSpanish() {
    var clinic = clinics.open("America/Mexico_City", "MXN", "es-MX");
    DeskBrowser.member(clinics, clinic, "Ana", DeskRole.MANAGER);
    var browser =
        stranger().signInByMail(clinics, clinic, "Ana").speaking("es-MX,es;q=0.9,en;q=0.8");

    assertThat(browser.get("/console/account").ok().text())
        .contains("lang=\"es\"", "Gerencia", "Cerrar sesión en todas partes", " de 20");
  }
}

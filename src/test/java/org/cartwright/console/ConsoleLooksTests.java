package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.cartwright.quotes.terms.TermsTemplates;
import org.cartwright.staff.DeskRole;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Browser;
import org.cartwright.testing.Browsers;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.InABrowser;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.Screen;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

/** How the console looks, to eyes and to those who have none for it. */
@CartwrightTest
@InABrowser
class ConsoleLooksTests {

  @Autowired private Clinics clinics;
  @Autowired private TermsTemplates terms;

  @Test
  void theWayInIsAccessibleOnEveryScreenInLightAndDark(Browsers browsers) {
    var clinic = clinics.open();
    DeskBrowser.member(clinics, clinic, "Ana", DeskRole.OWNER);
    var browser = browsers.openWithScripts(Screen.DESKTOP);

    browser.open(clinics.nobody().base() + "/");
    browser.press("Sign in");
    Looks.at(browser, "signin");
    browser.fillIn("Clinic", clinic.id());
    browser.fillIn("E-mail", "ana@example.com");
    browser.press("Send me a link");
    Looks.at(browser, "sent");
    browser.open(clinics.nobody().base() + DeskBrowser.link(clinics, clinic, "ana@example.com", 1));
    Looks.at(browser, "link");
    browser.press("Sign in");
    assertThat(browser.heading()).isEqualTo("Today");
    browser.open(clinics.nobody().base() + "/console/account");
    Looks.at(browser, "account");
    browser.open(clinics.nobody().base() + "/console/staff");
    Looks.at(browser, "staff");
    browser.open(clinics.nobody().base() + "/console/account");
    browser.press("Sign out everywhere");
    assertThat(browser.heading()).isEqualTo("Sign in");
    browser.complainsOfNothing();
  }

  /** A cart of somebody, some time ago, in whatever state. */
  private void furnish(Clinic clinic, String ana) {
    var jane = clinic.patient(aPatient("Jane", "Doe").phone("+1 (555) 010-9999"));
    var omar = clinic.patient(aPatient("Omar", "Haddad").phone("+1 (555) 010-1234"));
    var filler = clinic.item("Hyaluronic filler", 65000);
    var serum = clinic.item("Vitamin C serum", 8900);
    var cream = clinic.item("Hand cream", 1299);
    clinic.cart(
        aCart()
            .of(omar)
            .with(line(filler), line(serum).quantity(2), line(cream), line(cream).quantity(3)));
    var done = clinic.cart(aCart().of(jane).by(ana).with(line(serum))).at("/id");
    clinic
        .api()
        .post("/billing/cart/%s/convert-to-charge".formatted(done), body().with("cartId", done))
        .ok();
    clinic.cart(aCart().of(jane).by(ana));
    clinic.cart(aCart().of(jane).by(ana).with(line(filler), line(cream)));
  }

  @Test
  void theListIsSearchedWhileTyping(Browsers browsers) {
    var clinic = clinics.open("America/New_York", "USD", "en-US");
    furnish(clinic, DeskBrowser.member(clinics, clinic, "Ana", DeskRole.FRONT_DESK));
    var browser = Looks.signedIn(clinics, clinic, browsers.openWithScripts(Screen.DESKTOP));

    browser.press("Carts");
    assertThat(browser.all("tbody tr")).hasSize(4);
    Looks.at(browser, "carts");
    browser.field("Name, phone").sendKeys("5550101234");
    await().atMost(DeskBrowser.PATIENCE).until(() -> browser.all("tbody tr").size() == 1);
    assertThat(browser.text()).contains("1 cart", "Omar Haddad").doesNotContain("Jane Doe");
    assertThat(browser.address()).contains("q=5550101234");
    assertThat(browser.focused().getDomAttribute("id")).isEqualTo("q");
    browser.complainsOfNothing();
  }

  @Test
  void theListIsSearchedWithoutScripts(Browsers browsers) {
    var clinic = clinics.open();
    furnish(clinic, DeskBrowser.member(clinics, clinic, "Ana", DeskRole.OWNER));
    var browser = browsers.open(Screen.DESKTOP);

    Looks.signIn(clinics, clinic, browser, 1);
    browser.press("Carts");
    browser.fillIn("Name, phone", "jane");
    browser.all("#status-DRAFT").getFirst().click();
    browser.press("Show");

    assertThat(browser.all("tbody tr")).hasSize(2);
    assertThat(browser.text()).contains("2 carts", "Nothing on it yet", "$662.99");
  }

  @Test
  void aCartIsMadeByKeyboardAlone(Browsers browsers) {
    var clinic = clinics.open("America/New_York", "USD", "en-US");
    furnish(clinic, DeskBrowser.member(clinics, clinic, "Ana", DeskRole.MANAGER));
    var browser = Looks.signedIn(clinics, clinic, browsers.openWithScripts(Screen.DESKTOP));

    browser.press("New cart");
    browser.focused().sendKeys("5550109999");
    await().atMost(DeskBrowser.PATIENCE).until(() -> !browser.all("button.person").isEmpty());
    Looks.at(browser, "new-cart");
    browser.leaveBy(() -> browser.all("button.person").getFirst().sendKeys(Keys.ENTER));
    assertThat(browser.heading()).isEqualTo("Jane Doe");
    var find = browser.field("Search the catalog");
    find.sendKeys("vitamin", Keys.ENTER);
    await().atMost(DeskBrowser.PATIENCE).until(() -> browser.all(".line").size() == 1);
    find.sendKeys("hyal", Keys.ENTER);
    await().atMost(DeskBrowser.PATIENCE).until(() -> browser.all(".line").size() == 2);
    browser
        .all("input[name=quantity]")
        .getFirst()
        .sendKeys(Keys.chord(Keys.CONTROL, "a"), "3", Keys.TAB);
    await().atMost(DeskBrowser.PATIENCE).until(() -> total(browser).equals("$917.00"));
    browser.all("input[name=discount]").getFirst().sendKeys("15%", Keys.TAB);
    await().atMost(DeskBrowser.PATIENCE).until(() -> total(browser).equals("$876.95"));
    Looks.at(browser, "cart");
    browser.complainsOfNothing();
    browser.all("input[name=quantity]").get(1).sendKeys("x", Keys.TAB);
    await().atMost(DeskBrowser.PATIENCE).until(() -> browser.text().contains("a number above 0"));
    browser.isAccessible();
    assertThat(total(browser)).isEqualTo("$876.95");
    var cart = browser.address().replaceFirst(".*/carts/", "");
    var gauze = clinic.item("Gauze", 100);
    clinic.api().post("/billing/cart/%s/items".formatted(cart), line(gauze)).ok();
    browser.asksForNews();
    await().atMost(DeskBrowser.PATIENCE).until(() -> browser.text().contains("Somebody else has"));
    CurrentTenant.within(clinic.id(), () -> terms.keep("House terms", "Payable on the day."));
    browser.press("Send as a quote");
    browser.all("#template option").get(1).click();
    await()
        .atMost(DeskBrowser.PATIENCE)
        .until(() -> browser.text().contains("Payable on the day."));
    Looks.at(browser, "send-quote");
    browser.all("#by-sms").getFirst().click();
    browser.press("Send the quote");
    assertThat(browser.heading()).isEqualTo("Quote for Jane Doe");
    Looks.at(browser, "quote");
    clinic
        .api()
        .post(
            "/billing/quote/send",
            body()
                .with("quoteId", browser.address().replaceFirst(".*/quotes/", ""))
                .with("method", "sms")
                .with("scheduleSendDate", Instant.now().plus(Duration.ofDays(1)).toString()))
        .ok();
    browser.asksForNews();
    await()
        .atMost(DeskBrowser.PATIENCE)
        .until(() -> browser.text().contains("It waits to be sent"));
    Looks.at(browser, "quote-waits");
  }

  @Test
  void theDayBeginsWithWhatWaitsAndAPatientIsFoundWhileTyping(Browsers browsers) {
    var clinic = clinics.open("America/New_York", "USD", "en-US");
    var ana = DeskBrowser.member(clinics, clinic, "Ana", DeskRole.OWNER);
    furnish(clinic, ana);
    furnishQuotes(clinic, ana);
    var browser = Looks.signedIn(clinics, clinic, browsers.openWithScripts(Screen.DESKTOP));

    assertThat(browser.heading()).isEqualTo("Today");
    assertThat(browser.text()).contains("Answered", "Waiting for an answer", "To be paid");
    Looks.at(browser, "today");
    browser.press("How the last weeks went");
    Looks.at(browser, "figures");
    browser.press("Patients");
    browser.field("Name, phone, e-mail").sendKeys("5550101234");
    await().atMost(DeskBrowser.PATIENCE).until(() -> browser.all("tbody tr").size() == 1);
    Looks.at(browser, "patients");
    browser.press("Omar Haddad");
    browser.fillIn("Tag", "VIP");
    browser.press("Put on");
    browser.fillIn("What to remember", "Likes to be called in the evening.");
    browser.press("Write it down");
    Looks.at(browser, "patient");
    browser.complainsOfNothing();
    browser.press("Change the record");
    browser.fillIn("E-mail", "omar");
    browser.press("Save");
    assertThat(browser.text()).contains("That is no e-mail address.");
    Looks.at(browser, "patient-form");
    browser.fillIn("E-mail", "omar@mail.example");
    browser.press("Save");
    assertThat(browser.heading()).isEqualTo("Omar Haddad");
    assertThat(browser.text()).contains("omar@mail.example", "VIP");
  }

  /** One that waits, one that runs out, and one that was accepted. */
  private static void furnishQuotes(Clinic clinic, String ana) {
    var desk = new QuoteDesk(clinic, clinic.api(), ana);
    desk.send(desk.quote(125000));
    var soon = LocalDate.now(ZoneOffset.UTC).plusDays(3).toString();
    desk.send(desk.quote(desk.cart(48000), aQuote().validUntil(soon)).ok());
    var accepted = desk.send(desk.quote(89000));
    desk.answer(accepted, "accept").ok();
  }

  private static String total(Browser browser) {
    return browser.textOf("#sums .total dd");
  }
}

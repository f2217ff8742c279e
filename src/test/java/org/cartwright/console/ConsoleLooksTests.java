package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import org.cartwright.staff.DeskRole;
import org.cartwright.testing.Browser;
import org.cartwright.testing.Browsers;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.InABrowser;
import org.cartwright.testing.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

/** How the console looks, to eyes and to those who have none for it. */
@CartwrightTest
@InABrowser
class ConsoleLooksTests {

  @Autowired private Clinics clinics;

  @ParameterizedTest
  @EnumSource(Screen.class)
  void theWayInIsAccessibleInLightAndDark(Screen screen, Browsers browsers) {
    var clinic = clinics.open();
    DeskBrowser.member(clinics, clinic, "Ana", DeskRole.OWNER);
    var browser = browsers.openWithScripts(screen);

    browser.open(clinics.nobody().base() + "/");
    browser.press("Sign in");
    look(browser, "signin-" + screen);
    browser.fillIn("Clinic", clinic.id());
    browser.fillIn("E-mail", "ana@example.com");
    browser.press("Send me a link");
    look(browser, "sent-" + screen);
    browser.open(clinics.nobody().base() + DeskBrowser.link(clinics, clinic, "ana@example.com", 1));
    look(browser, "link-" + screen);
    browser.press("Sign in");
    assertThat(browser.heading()).isEqualTo("Carts");
    browser.open(clinics.nobody().base() + "/console/account");
    look(browser, "account-" + screen);
    browser.press("Sign out everywhere");
    assertThat(browser.heading()).isEqualTo("Sign in");
    browser.complainsOfNothing();
  }

  private static void look(Browser browser, String name) {
    browser.photograph("console-" + name);
    browser.isAccessible();
    browser.needsNoScrollingSideways();
    browser.inTheDark(true).hasContrast();
    browser.photograph("console-" + name + "-dark");
    browser.inTheDark(false);
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

  @ParameterizedTest
  @EnumSource(Screen.class)
  void theListIsSearchedWhileTyping(Screen screen, Browsers browsers) {
    var clinic = clinics.open("America/New_York", "USD", "en-US");
    furnish(clinic, DeskBrowser.member(clinics, clinic, "Ana", DeskRole.FRONT_DESK));
    var browser = signedIn(clinic, browsers.openWithScripts(screen));

    assertThat(browser.all("tbody tr")).hasSize(4);
    look(browser, "carts-" + screen);
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
    var browser = signedIn(clinic, browsers.open(Screen.DESKTOP));

    browser.fillIn("Name, phone", "jane");
    browser.all("#status-DRAFT").getFirst().click();
    browser.press("Show");

    assertThat(browser.all("tbody tr")).hasSize(2);
    assertThat(browser.text()).contains("2 carts", "Nothing on it yet", "$662.99");
  }

  private Browser signedIn(Clinic clinic, Browser browser) {
    browser.open(clinics.nobody().base() + "/console/sign-in");
    browser.fillIn("Clinic", clinic.id());
    browser.fillIn("E-mail", "ana@example.com");
    browser.press("Send me a link");
    browser.open(clinics.nobody().base() + DeskBrowser.link(clinics, clinic, "ana@example.com", 1));
    browser.press("Sign in");
    return browser;
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void aCartIsMadeByKeyboardAlone(Screen screen, Browsers browsers) {
    var clinic = clinics.open("America/New_York", "USD", "en-US");
    furnish(clinic, DeskBrowser.member(clinics, clinic, "Ana", DeskRole.MANAGER));
    var browser = signedIn(clinic, browsers.openWithScripts(screen));

    browser.press("New cart");
    browser.focused().sendKeys("5550109999");
    await().atMost(DeskBrowser.PATIENCE).until(() -> !browser.all("button.person").isEmpty());
    look(browser, "new-cart-" + screen);
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
    look(browser, "cart-" + screen);
    browser.complainsOfNothing();
    browser.all("input[name=quantity]").get(1).sendKeys("x", Keys.TAB);
    await().atMost(DeskBrowser.PATIENCE).until(() -> browser.text().contains("a number above 0"));
    browser.isAccessible();
    assertThat(total(browser)).isEqualTo("$876.95");
    browser.press("Send as a quote");
    look(browser, "send-quote-" + screen);
    browser.all("#by-sms").getFirst().click();
    browser.press("Send now");
    assertThat(browser.heading()).isEqualTo("Quote for Jane Doe");
    look(browser, "quote-" + screen);
  }

  private static String total(Browser browser) {
    return browser.all("#sums .total dd").getFirst().getText();
  }
}

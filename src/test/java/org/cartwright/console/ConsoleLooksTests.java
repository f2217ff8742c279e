package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.cartwright.staff.DeskRole;
import org.cartwright.testing.Browser;
import org.cartwright.testing.Browsers;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.InABrowser;
import org.cartwright.testing.Screen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
    assertThat(browser.heading()).isEqualTo("Ana Ortiz");
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
}

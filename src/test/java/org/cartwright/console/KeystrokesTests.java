package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartwright.testing.bodies.Bodies.aPatient;

import org.cartwright.staff.DeskRole;
import org.cartwright.testing.Browser;
import org.cartwright.testing.Browsers;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.InABrowser;
import org.cartwright.testing.Screen;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

/** How much has to be pressed for what a desk does all day. */
@CartwrightTest
@InABrowser
class KeystrokesTests {

  @Autowired private Clinics clinics;

  private int pressed;
  private int held;

  /** Words that are looked for, which are not counted, and what picks what was found. */
  private void search(Browser browser, String words) {
    browser.focused().sendKeys(words);
    press(browser, Keys.ENTER);
  }

  private void press(Browser browser, CharSequence... keys) {
    for (var key : keys) {
      browser.focused().sendKeys(key);
      pressed++;
    }
  }

  private void shortcut(Browser browser, String key) {
    press(browser, Keys.chord(Keys.ALT, key));
    held++;
  }

  private static void lines(Browser browser, int count) {
    await().atMost(DeskBrowser.PATIENCE).until(() -> browser.all(".line").size() == count);
  }

  @Test
  void aDiscountedCartOfThreeLinesIsSentWithoutAMouseInFewKeystrokes(Browsers browsers) {
    var clinic = clinics.open("America/New_York", "USD", "en-US");
    DeskBrowser.member(clinics, clinic, "Ana", DeskRole.FRONT_DESK);
    clinic.patient(aPatient("Jane", "Doe").phone("+1 (555) 010-9999"));
    clinic.patient(aPatient("Jane", "Moss").phone("+1 (555) 010-1234"));
    clinic.item("Hyaluronic filler", 65000);
    clinic.item("Vitamin C serum", 8900);
    clinic.item("Hand cream", 1299);
    var browser = Looks.signedIn(clinics, clinic, browsers.openWithScripts(Screen.DESKTOP));

    browser.leaveBy(() -> shortcut(browser, "n"));
    browser.leaveBy(() -> search(browser, "5550109999"));
    assertThat(browser.heading()).isEqualTo("Jane Doe");
    shortcut(browser, "c");
    search(browser, "filler");
    lines(browser, 1);
    search(browser, "serum");
    lines(browser, 2);
    search(browser, "cream");
    lines(browser, 3);
    shortcut(browser, "p");
    press(browser, "1", "0", "%");
    browser.leaveBy(() -> shortcut(browser, "s"));
    browser.leaveBy(() -> shortcut(browser, "s"));

    assertThat(browser.heading()).isEqualTo("Quote for Jane Doe");
    var quote =
        clinic.api().get("/billing/quote/" + browser.address().replaceFirst(".*/", "")).ok();
    assertThat(quote.at("/status")).isEqualTo("SENT");
    assertThat(quote.number("/total")).isEqualTo(67_679);
    assertThat(pressed).isEqualTo(12);
    assertThat(pressed + held).as("with Alt").isEqualTo(17);
  }
}

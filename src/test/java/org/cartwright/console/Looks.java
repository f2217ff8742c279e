package org.cartwright.console;

import static org.awaitility.Awaitility.await;

import org.cartwright.testing.Browser;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Screen;
import org.openqa.selenium.StaleElementReferenceException;

/**
 * Looks at a page of the console while it is open: on a phone in the light and on a desktop in the
 * dark, so that each size and each theme is judged once; pictures are kept of all four.
 */
final class Looks {

  private static final int TABLET_LYING = 1080;

  private static final int TABLET = 820;

  /** What the desktop's width comes to where everything is shown twice as large. */
  private static final int ZOOMED_TWICE = 640;

  private static final int ZOOMED_FOUR_TIMES = 320;

  private Looks() {}

  /**
   * Finds it accessible and of the screen's width, and keeps pictures of it.
   *
   * @param name of the pictures
   */
  static void at(Browser browser, String name) {
    for (var screen : Screen.values()) {
      browser.on(screen);
      browser.photograph("console-" + name + "-" + screen);
      browser.needsNoScrollingSideways();
      browser.inTheDark(true).photograph("console-" + name + "-" + screen + "-dark");
      browser.inTheDark(screen == Screen.DESKTOP).isAccessible();
      browser.inTheDark(false);
    }
    browser.on(Screen.DESKTOP);
    browser.fitsInto(TABLET_LYING, TABLET, ZOOMED_TWICE, ZOOMED_FOUR_TIMES);
  }

  /** By Ana, who looks at her day. */
  static Browser signedIn(Clinics clinics, Clinic clinic, Browser browser) {
    return signedIn(clinics, clinic, "Ana", browser, "today");
  }

  /** By somebody who is in and looks at a page. */
  static Browser signedIn(
      Clinics clinics, Clinic clinic, String firstName, Browser browser, String page) {
    var session = new DeskBrowser(clinics).signIn(clinics, clinic, firstName).cookie("console");
    var console = clinics.nobody().base() + "/console/";
    browser.has("console", session, console);
    browser.open(console + page);
    return browser;
  }

  /** By Ana, who comes in with this browser, by the so-manieth link in her mail. */
  static void signIn(Clinics clinics, Clinic clinic, Browser browser, int count) {
    browser.open(clinics.nobody().base() + "/console/sign-in");
    browser.fillIn("Clinic", clinic.id());
    browser.fillIn("E-mail", "ana@example.com");
    browser.press("Send me a link");
    browser.open(
        clinics.nobody().base() + DeskBrowser.link(clinics, clinic, "ana@example.com", count));
    browser.press("Sign in");
  }

  /** Waits until this stands as the total of what is open. */
  static void untilTotal(Browser browser, String total) {
    await()
        .atMost(DeskBrowser.PATIENCE)
        .ignoreException(StaleElementReferenceException.class)
        .until(
            () ->
                browser.all("#sums .total dd").stream()
                    .anyMatch(sum -> sum.getText().equals(total)));
  }
}

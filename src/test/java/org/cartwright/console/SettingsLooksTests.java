package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

/** An owner goes through the settings. */
@CartwrightTest
@InABrowser
class SettingsLooksTests {

  @Autowired private Clinics clinics;

  private static void until(Browser browser, String words) {
    await().atMost(DeskBrowser.PATIENCE).until(() -> browser.text().contains(words));
  }

  @Test
  void anOwnerWordsMessagesKeepsTermsAndOpensDoors(Browsers browsers) {
    var clinic = clinics.open();
    DeskBrowser.member(clinics, clinic, "Ana", DeskRole.OWNER);
    var browser =
        Looks.signedIn(
            clinics, clinic, "Ana", browsers.openWithScripts(Screen.DESKTOP), "settings");

    assertThat(browser.heading()).isEqualTo("The clinic");
    Looks.at(browser, "clinic");
    browser.press("Messages");
    Looks.at(browser, "messages");
    browser.all("a[href$='/QUOTE_OFFERED/EMAIL']").getFirst().click();
    until(browser, "Hello Jane,");
    browser.field("Text").sendKeys(Keys.chord(Keys.CONTROL, Keys.END), "\nBring {nothing}.");
    until(browser, "none of the variables");
    Looks.at(browser, "message");
    browser
        .field("Text")
        .sendKeys(Keys.chord(Keys.CONTROL, "a"), "Dear {patient},\n\n{link}\n\nYours, {clinic}");
    until(browser, "Dear Jane,");
    browser.press("Use these words");
    assertThat(browser.text()).contains("Your own");

    browser.press("Terms");
    browser.press("New terms");
    browser.fillIn("Name", "Facial");
    browser.fillIn("Text", "Payable on the day.");
    Looks.at(browser, "terms-form");
    browser.press("Save");
    Looks.at(browser, "terms");

    browser.press("API keys");
    browser.fillIn("Name", "Booking site");
    browser.press("Make a key");
    assertThat(browser.text()).contains("Copy it now", "Booking site");
    Looks.at(browser, "keys");

    browser.press("Webhooks");
    browser.press("New webhook");
    browser.fillIn("Address", clinics.nobody().base() + "/dev/hooks/looks?answer=500");
    browser.all("#type-ITEM_CREATED").getFirst().click();
    Looks.at(browser, "webhook-form");
    browser.press("Make it");
    assertThat(browser.heading()).isEqualTo("The secret of the webhook");
    clinic.item("Filler", 100);
    browser.press("I have it");
    await()
        .atMost(DeskBrowser.PATIENCE)
        .until(
            () -> {
              browser.reload();
              return browser.text().contains("tried once");
            });
    Looks.at(browser, "webhook");
    browser.press("Webhooks");
    Looks.at(browser, "webhooks");
    browser.press("Accesses");
    Looks.at(browser, "accesses");
    browser.press("Is it whole?");
    Looks.at(browser, "accesses-chain");
    browser.complainsOfNothing();
  }
}

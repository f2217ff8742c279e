package org.cartwright.quotes.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.cartwright.quotes.delivery.LinkVisit.Challenge;
import org.cartwright.testing.Browser;
import org.cartwright.testing.Browsers;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.InABrowser;
import org.cartwright.testing.Screen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

/** What patients do at the end of a link, in a browser that runs no scripts. */
@CartwrightTest
@InABrowser
class PatientJourneyTests {

  @Autowired private Clinics clinics;
  private SentQuote offers;

  @BeforeEach
  void quotesAreSent() {
    offers = new SentQuote(clinics);
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void fromTheLinkToAnAcceptedQuote(Screen screen, Browsers browsers) {
    var offer = offers.to(clinics.open("America/New_York"));
    var browser = browsers.open(screen);

    browser.open(clinics.nobody().base() + offer.path());
    browser.photograph("question-" + screen);
    assertThat(browser.text()).doesNotContain("Jane", "Botulinum", "$");
    browser.press("Show my quote");
    assertThat(browser.text()).contains("Fill in the day, the month and the year.");
    isBorn(browser, "2", "7", "1980");
    assertThat(browser.text()).contains("That does not match our records. 4 tries left.");
    assertThat(browser.focused().getDomAttribute("aria-invalid")).isEqualTo("true");
    browser.photograph("question-wrong-" + screen);
    isBorn(browser, "3", "7", "1980");

    assertThat(browser.text())
        .contains("A smoother look", "Jane Doe", "valid until July 3, 2099, 11:00 AM")
        .contains("Botulinum toxin", "$234.00", "Total", "$377.79");
    browser.needsNoScrollingSideways();
    browser.photograph("quote-" + screen);
    browser.inTheDark(true).photograph("quote-dark-" + screen);
    browser.keepOnPaper("quote-" + screen);
    browser.fillIn("A message", "See you on Monday. <b>Thanks</b> & שלום");
    browser.press("Accept this quote");

    assertThat(browser.heading()).isEqualTo("You accepted this quote");
    assertThat(browser.text()).contains("<b>Thanks</b> & שלום");
    browser.photograph("accepted-dark-" + screen);
    browser.inTheDark(false).photograph("accepted-" + screen);
    browser.keepOnPaper("accepted-" + screen);
    browser.reload();
    assertThat(browser.heading()).isEqualTo("You accepted this quote");
    assertThat(offer.status()).isEqualTo("ACCEPTED");
  }

  @Test
  void fromThePhoneNumberToADeclinedQuote(Browsers browsers) {
    var offer = offers.to(clinics.open(), Challenge.PHONE_ENDING);
    var browser = browsers.open(Screen.PHONE);

    browser.open(clinics.nobody().base() + offer.path());
    browser.fillIn("The last four digits", "9999");
    browser.photograph("question-phone-" + Screen.PHONE);
    browser.press("Show my quote");
    browser.press("Decline");

    assertThat(browser.heading()).isEqualTo("You declined this quote");
    browser.photograph("declined-" + Screen.PHONE);
    assertThat(offer.status()).isEqualTo("DECLINED");
  }

  @Test
  void theirBrowserRunsNothing(Browsers browsers) {
    var page = "data:text/html,<title>idle</title><script>document.title = 'busy'</script>";
    var theirs = browsers.open(Screen.PHONE);
    theirs.open(page);
    assertThat(theirs.title()).isEqualTo("idle");
    browsers.closeAll();

    var others = browsers.openWithScripts(Screen.PHONE);
    others.open(page);
    assertThat(others.title()).isEqualTo("busy");
  }

  @Test
  void theKeyboardAloneIsEnough(Browsers browsers) {
    var offer = offers.to(clinics.open("UTC", "EUR", "de-DE"));
    var browser = browsers.open(Screen.DESKTOP);
    browser.open(clinics.nobody().base() + offer.path());
    browser.field("Day").sendKeys("3", Keys.TAB);
    assertThat(browser.focused().getDomAttribute("name")).isEqualTo("month");
    browser.focused().sendKeys("7", Keys.TAB);
    browser.leaveBy(() -> browser.focused().sendKeys("1980", Keys.ENTER));

    browser.field("A message").sendKeys("Yes", Keys.TAB);
    assertThat(browser.focused().getText()).isEqualTo("Accept this quote");
    browser.leaveBy(() -> browser.focused().sendKeys(Keys.ENTER));

    assertThat(browser.heading()).isEqualTo("You accepted this quote");
    assertThat(browser.text()).contains("Yes");
  }

  @Test
  void whoFollowsTheLinkOfAMailAgainIsNotAskedAgain(Browsers browsers) {
    var offer = offers.to(clinics.open());
    var link = clinics.nobody().base() + offer.path();
    var browser = browsers.open(Screen.PHONE);
    browser.open(link);
    isBorn(browser, "3", "7", "1980");

    browser.open("data:text/html,<a href='%s'>Mail</a>".formatted(link));
    browser.press("Mail");
    assertThat(browser.text()).contains("A smoother look");
    browser.press("Accept this quote");

    assertThat(browser.heading()).isEqualTo("You accepted this quote");
  }

  @Test
  void theWayBackAndASecondPressChangeNothing(Browsers browsers) {
    var offer = offers.to(clinics.open(), Challenge.NONE);
    var browser = browsers.open(Screen.PHONE);
    browser.open(clinics.nobody().base() + offer.path());
    browser.press("Accept this quote");
    assertThat(browser.heading()).isEqualTo("You accepted this quote");

    browser.back();
    if (!browser.heading().equals("You accepted this quote")) {
      browser.press("Decline");
      assertThat(browser.heading()).isEqualTo("Your answer was not recorded");
      browser.press("See the quote as it is now");
    }

    assertThat(browser.heading()).isEqualTo("You accepted this quote");
    assertThat(offer.status()).isEqualTo("ACCEPTED");
  }

  @Test
  void aNewerQuoteIsOneStepAway(Browsers browsers) {
    var offer = offers.to(clinics.open());
    offer.replace();
    var browser = browsers.open(Screen.PHONE);
    browser.open(clinics.nobody().base() + offer.path());
    browser.photograph("replaced-" + Screen.PHONE);

    browser.press("See the newer quote");
    isBorn(browser, "3", "7", "1980");

    assertThat(browser.heading()).isEqualTo("The newer one");
  }

  private static void isBorn(Browser browser, String day, String month, String year) {
    browser.fillIn("Day", day);
    browser.fillIn("Month", month);
    browser.fillIn("Year", year);
    browser.press("Show my quote");
  }
}

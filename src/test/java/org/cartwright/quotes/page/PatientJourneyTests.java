package org.cartwright.quotes.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.cartwright.carts.QuoteStatus;
import org.cartwright.testing.Browsers;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.InABrowser;
import org.cartwright.testing.PaperDoor;
import org.cartwright.testing.Screen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What patients do at the end of a link, in a browser that runs no scripts. */
@CartwrightTest
@InABrowser
class PatientJourneyTests {

  @Autowired private Clinics clinics;
  @Autowired private PaperDoor door;

  @ParameterizedTest
  @EnumSource(Screen.class)
  void fromTheLinkToAnAcceptedQuote(Screen screen, Browsers browsers) {
    var offer = door.offer(clinics.open("America/New_York"), endOfThirdOfJuly());
    var browser = browsers.open(screen);

    browser.open(clinics.nobody().base() + offer.path());
    browser.photograph("question-" + screen);
    assertThat(browser.text()).doesNotContain("Jane", "Botulinum", "$");
    browser.press("Show my quote");
    assertThat(browser.text()).contains("Fill in the day, the month and the year.");
    fill(browser, "2", "7", "1980");
    assertThat(browser.text()).contains("That does not match our records. 4 tries left.");
    browser.photograph("question-wrong-" + screen);
    fill(browser, "3", "7", "1980");

    assertThat(browser.text())
        .contains("A smoother look", "Jane Doe", "valid until Saturday 3 July 2027, 23:59")
        .contains("Botulinum toxin", "$234.00", "Total", "$378.21");
    browser.needsNoScrollingSideways();
    browser.photograph("quote-" + screen);
    browser.photograph("quote-" + screen);
    browser.inTheDark(true).photograph("quote-dark-" + screen);
    browser.print("quote-" + screen);
    browser.fillIn("A message", "See you on Monday. <b>Thanks</b> & שלום");
    browser.press("Accept this quote");

    assertThat(browser.heading()).isEqualTo("You accepted this quote");
    assertThat(browser.text()).contains("<b>Thanks</b> & שלום");
    browser.photograph("accepted-dark-" + screen);
    browser.inTheDark(false).photograph("accepted-" + screen);
    browser.print("accepted-" + screen);
    browser.reload();
    assertThat(browser.heading()).isEqualTo("You accepted this quote");
    assertThat(offer.quote.status()).isEqualTo(QuoteStatus.ACCEPTED);
  }

  private static void fill(
      org.cartwright.testing.Browser browser, String day, String month, String year) {
    browser.fillIn("Day", day);
    browser.fillIn("Month", month);
    browser.fillIn("Year", year);
    browser.press("Show my quote");
  }

  private static Instant endOfThirdOfJuly() {
    return LocalDate.of(2027, 7, 4).atStartOfDay(ZoneId.of("America/New_York")).toInstant();
  }
}

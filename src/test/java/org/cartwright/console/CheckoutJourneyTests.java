package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.line;

import java.util.Objects;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.Browser;
import org.cartwright.testing.Browsers;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.InABrowser;
import org.cartwright.testing.Screen;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

/** From a cart to its receipt, at the desk's browser and the patient's own. */
@CartwrightTest
@InABrowser
class CheckoutJourneyTests {

  private static final String JANE = "jane@mail.example";

  @Autowired private Clinics clinics;

  @Test
  void aCartIsQuotedAcceptedChargedAndPaid(Browsers browsers) {
    var clinic = clinics.open("America/New_York", "USD", "en-US");
    DeskBrowser.member(clinics, clinic, "Ana", DeskRole.MANAGER);
    var jane = clinic.patient(aPatient("Jane", "Doe").email(JANE).phone("+1 (555) 010-9999"));
    var serum = clinic.item("Vitamin C serum", 8900);
    var filler = clinic.item("Hyaluronic filler", 65000);
    var cart = clinic.cart(aCart().of(jane).with(line(serum), line(filler))).at("/id");
    var desk =
        Looks.signedIn(
            clinics, clinic, "Ana", browsers.openWithScripts(Screen.DESKTOP), "carts/" + cart);

    desk.field("Discount on everything").sendKeys("10%", Keys.TAB);
    Looks.untilTotal(desk, "$665.10");
    desk.press("Send as a quote");
    desk.press("Send the quote");
    accept(clinic, browsers.open(Screen.PHONE));
    desk.asksForNews();
    await().atMost(DeskBrowser.PATIENCE).until(() -> desk.text().contains("Charge it"));
    assertThat(desk.textOf("#quote-status")).isEqualTo("Accepted");
    Looks.at(desk, "quote-accepted");
    desk.press("Charge it");

    assertThat(desk.heading()).isEqualTo("Jane Doe");
    assertThat(desk.textOf(".owed strong")).isEqualTo("$665.10");
    desk.field("Card on your terminal").sendKeys("400");
    desk.field("Handed over").sendKeys("300");
    await().atMost(DeskBrowser.PATIENCE).until(() -> sums(desk).contains("$34.90"));
    assertThat(sums(desk)).contains("Change to give back", "Left to pay after this", "$0.00");
    Looks.at(desk, "charge");
    desk.leaveBy(() -> desk.focused().sendKeys(Keys.ENTER));

    assertThat(desk.text()).contains("Change to give back", "$34.90", "Card", "$265.10");
    assertThat(desk.all(".status.PAID")).hasSize(1);
    Looks.at(desk, "charge-paid");
    var receipt =
        Objects.requireNonNull(
            desk.all("a[href$='receipt.pdf']").getFirst().getDomProperty("href"));
    desk.press("Charges");
    assertThat(desk.text()).contains("1 charge", "Jane Doe", "$665.10");
    Looks.at(desk, "charges");
    assertThat(desk.answers(receipt)).isEqualTo("200 application/pdf");
    desk.complainsOfNothing();
  }

  private void accept(Clinic clinic, Browser theirs) {
    var link = DeskBrowser.mail(clinics, clinic, JANE, 1);
    theirs.open(clinics.nobody().base() + link.substring(link.indexOf("/q/")));
    theirs.fillIn("The last four digits", "9999");
    theirs.press("Show my quote");
    theirs.press("Accept this quote");
    assertThat(theirs.heading()).isEqualTo("You accepted this quote");
  }

  private static String sums(Browser desk) {
    return desk.textOf("#till-sums");
  }
}

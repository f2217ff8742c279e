package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.line;

import java.sql.SQLException;
import java.time.Duration;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.Browser;
import org.cartwright.testing.Browsers;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.InABrowser;
import org.cartwright.testing.Screen;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.springframework.beans.factory.annotation.Autowired;

/** What must not happen to whoever works at the desk: that something typed is lost. */
@CartwrightTest
@InABrowser
class AtTheDeskTests {

  private static final String QUANTITY = "input[name=quantity]";
  private static final String NOTES = "#cart-notes";

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;

  private Clinic clinic;
  private String jane = "";
  private String cart = "";

  /** Jane has a cart with a serum of 89 dollars on it. */
  @BeforeEach
  void aCartOfJane() {
    clinic = clinics.open("America/New_York", "USD", "en-US");
    DeskBrowser.member(clinics, clinic, "Ana", DeskRole.MANAGER);
    jane = clinic.patient(aPatient("Jane", "Doe").phone("+1 (555) 010-9999"));
    var serum = clinic.item("Vitamin C serum", 8900);
    cart = clinic.cart(aCart().of(jane).with(line(serum))).at("/id");
  }

  private Browser signedIn(Browser browser, String page) {
    return Looks.signedIn(clinics, clinic, "Ana", browser, page);
  }

  private void open(Browser desk, String path) {
    desk.open(clinics.nobody().base() + "/console/" + path);
  }

  private static void type(Browser desk, String selector, CharSequence... keys) {
    desk.all(selector).getFirst().sendKeys(keys);
  }

  private static String typed(Browser desk, String selector) {
    return String.valueOf(desk.all(selector).getFirst().getDomProperty("value"));
  }

  private static void untilTold(Browser desk, String id, boolean isSo) {
    await()
        .atMost(DeskBrowser.PATIENCE)
        .until(() -> !desk.textOf(id + ":not([hidden])").isEmpty() == isSo);
  }

  @Test
  void aLostConnectionIsToldAndWhatWasTypedIsSentOnceItIsBack(Browsers browsers) {
    var desk = signedIn(browsers.openWithScripts(Screen.DESKTOP), "carts/" + cart);

    desk.reachesNobody(true);
    type(desk, QUANTITY, Keys.chord(Keys.CONTROL, "a"), "3", Keys.TAB);
    untilTold(desk, "#offline", true);
    assertThat(desk.textOf("#offline")).startsWith("The connection is lost. What you typed stays");
    type(desk, NOTES, "Calls back on Monday", Keys.TAB);
    desk.button("Carts").click();
    desk.button("Duplicate").click();
    assertThat(desk.heading()).isEqualTo("Jane Doe");
    assertThat(typed(desk, QUANTITY)).isEqualTo("3");
    assertThat(desk.textOf("#sums .total dd")).isEqualTo("$89.00");

    desk.reachesNobody(false);
    Looks.untilTotal(desk, "$267.00");
    untilTold(desk, "#offline", false);
    await()
        .atMost(DeskBrowser.PATIENCE)
        .until(() -> stored("/notes").equals("Calls back on Monday"));
    assertThat(stored("/items/0/quantity")).isEqualTo("3");

    desk.isOffline(true);
    untilTold(desk, "#offline", true);
    desk.isOffline(false);
    untilTold(desk, "#offline", false);
    assertThat(clinic.api().get("/billing/cart").ok().json().get("data")).hasSize(1);
  }

  private String stored(String pointer) {
    return clinic.api().get("/billing/cart/" + cart).ok().json().at(pointer).asString();
  }

  @Test
  void wordsThatNobodyHasAreNotLeftWithoutAQuestion(Browsers browsers) {
    var desk = signedIn(browsers.openAsking(Screen.DESKTOP), "patients/" + jane);
    type(desk, "textarea[name=note]", "Likes to be called");

    desk.button("Carts").click();
    await().atMost(DeskBrowser.PATIENCE).until(desk::isAsked);
    desk.answer(false);
    assertThat(typed(desk, "textarea[name=note]")).isEqualTo("Likes to be called");
    desk.press("Write it down");
    assertThat(desk.text()).contains("Likes to be called");
    desk.press("Change the record");
    assertThat(desk.isAsked()).isFalse();

    desk.fillIn("E-mail", "jane");
    desk.press("Save");
    assertThat(desk.text()).contains("That is no e-mail address.");
    desk.button("Today").click();
    await().atMost(DeskBrowser.PATIENCE).until(desk::isAsked);
    desk.answer(true);
    await().atMost(DeskBrowser.PATIENCE).until(() -> desk.heading().equals("Today"));
  }

  @Test
  void theWayBackKeepsWhatWasLookedForAndSendsNothingAgain(Browsers browsers) {
    var desk = signedIn(browsers.openWithScripts(Screen.DESKTOP), "today");
    desk.press("Carts");
    desk.field("Name, phone").sendKeys("5550109999");
    await().atMost(DeskBrowser.PATIENCE).until(() -> desk.address().contains("q=5550109999"));
    desk.all("#status-DRAFT").getFirst().click();
    await().atMost(DeskBrowser.PATIENCE).until(() -> desk.address().contains("status=DRAFT"));
    desk.press("Jane Doe");
    type(desk, NOTES, "Twice a day", Keys.TAB);
    await().atMost(DeskBrowser.PATIENCE).until(() -> stored("/notes").equals("Twice a day"));

    desk.back();
    assertThat(typed(desk, "#q")).isEqualTo("5550109999");
    assertThat(desk.all("#status-DRAFT").getFirst().isSelected()).isTrue();
    assertThat(desk.all("tbody tr")).hasSize(1);

    open(desk, "patients/" + jane + "/edit");
    desk.fillIn("E-mail", "jane");
    desk.press("Save");
    assertThat(desk.text()).contains("That is no e-mail address.");
    desk.fillIn("E-mail", "jane@mail.example");
    desk.press("Save");
    desk.back();
    assertThat(desk.heading()).isEqualTo("Change the record");
    assertThat(typed(desk, "#email")).isEqualTo("jane@mail.example");
  }

  @Test
  void theLastChangeCanBeUndoneAlsoAfterOneThatWasRefused(Browsers browsers) {
    var desk = signedIn(browsers.openWithScripts(Screen.DESKTOP), "carts/" + cart);
    type(desk, QUANTITY, Keys.chord(Keys.CONTROL, "a"), "3", Keys.TAB);
    Looks.untilTotal(desk, "$267.00");
    type(desk, QUANTITY, Keys.chord(Keys.CONTROL, "a"), "many", Keys.TAB);
    untilTold(desk, ".problem", true);

    desk.button("Undo").click();
    Looks.untilTotal(desk, "$89.00");
    assertThat(typed(desk, QUANTITY)).isEqualTo("1");
  }

  @Test
  void whatIsTypedAsOneLeavesIsOnTheCartBeforeTheNextPageShowsIt(Browsers browsers) {
    var desk = signedIn(browsers.openWithScripts(Screen.DESKTOP), "carts/" + cart);

    type(desk, "#cart-discount", "lots", Keys.chord(Keys.ALT, "s"));
    await()
        .atMost(DeskBrowser.PATIENCE)
        .ignoreException(StaleElementReferenceException.class)
        .until(() -> "true".equals(desk.focused().getDomAttribute("aria-invalid")));
    assertThat(desk.heading()).isEqualTo("Jane Doe");

    type(desk, "#cart-discount", Keys.chord(Keys.CONTROL, "a"), "10%");
    desk.leaveBy(() -> desk.focused().sendKeys(Keys.chord(Keys.ALT, "s")));
    assertThat(desk.textOf(".bigTotal")).isEqualTo("$80.10");

    open(desk, "carts/" + cart);
    type(desk, QUANTITY, Keys.chord(Keys.CONTROL, "a"), "2");
    desk.press("Charge it");
    assertThat(desk.textOf(".owed strong")).isEqualTo("$160.20");
  }

  @Test
  void aSessionThatEndedMidEditLosesNothing(Browsers browsers) {
    var desk = signedIn(browsers.openWithScripts(Screen.DESKTOP), "carts/" + cart);
    clock.in(
        Duration.ofMinutes(90),
        () -> {
          type(desk, NOTES, "Calls back on Monday", Keys.TAB);
          untilTold(desk, "#notice", true);
          assertThat(desk.textOf("#notice")).contains("What you typed still stands");
          assertThat(typed(desk, NOTES)).isEqualTo("Calls back on Monday");
          desk.isAccessible();

          desk.inAnotherWindow(() -> Looks.signIn(clinics, clinic, desk, 1));
          untilTold(desk, "#notice", false);
          desk.all("#head-form button").getFirst().click();
          await()
              .atMost(DeskBrowser.PATIENCE)
              .until(() -> stored("/notes").equals("Calls back on Monday"));
        });
  }

  @Test
  void aChangeThatMeetsSomebodyElsesIsToldAndWhatWasTypedStays(Browsers browsers)
      throws SQLException {
    var desk = signedIn(browsers.openWithScripts(Screen.DESKTOP), "carts/" + cart);
    try (var somebodyElse = TestDatabase.shared().superuser();
        var lock = somebodyElse.createStatement()) {
      somebodyElse.setAutoCommit(false);
      lock.execute("select from cart where id = '" + cart + "' for update");
      type(desk, NOTES, "Calls back on Monday", Keys.TAB);
      untilTold(desk, "#notice", true);
      somebodyElse.rollback();
    }
    desk.asksForNews();
    desk.isAccessible();

    assertThat(desk.textOf("#notice"))
        .isEqualTo(
            "Somebody else is at work here\n\nNothing was changed. Please try again in a moment.");
    assertThat(typed(desk, NOTES)).isEqualTo("Calls back on Monday");
    desk.all("#head-form button").getFirst().click();
    await()
        .atMost(DeskBrowser.PATIENCE)
        .until(() -> stored("/notes").equals("Calls back on Monday"));
    untilTold(desk, "#notice", false);
  }

  @Test
  void aCartIsFilledAndSentWithoutScripts(Browsers browsers) {
    var desk = signedIn(browsers.open(Screen.DESKTOP), "today");
    desk.press("Carts");
    desk.press("New cart");
    desk.fillIn("Name, phone", "5550109999");
    desk.press("Find");
    desk.leaveBy(() -> desk.all("button.person").getFirst().click());
    assertThat(desk.heading()).isEqualTo("Jane Doe");

    desk.fillIn("Search the catalog", "serum");
    desk.press("Find");
    desk.leaveBy(() -> desk.all("button.goods").getFirst().click());
    desk.leaveBy(() -> type(desk, QUANTITY, Keys.chord(Keys.CONTROL, "a"), "many", Keys.ENTER));
    assertThat(desk.text()).contains("a number above 0");
    assertThat(typed(desk, QUANTITY)).isEqualTo("many");
    desk.leaveBy(() -> type(desk, QUANTITY, Keys.chord(Keys.CONTROL, "a"), "4", Keys.ENTER));
    desk.leaveBy(() -> type(desk, "#cart-discount", "10%", Keys.ENTER));
    assertThat(desk.textOf("#sums .total dd")).isEqualTo("$320.40");
    desk.press("Send as a quote");
    desk.all("#by-sms").getFirst().click();
    desk.press("Send the quote");
    assertThat(desk.heading()).isEqualTo("Quote for Jane Doe");
    assertThat(desk.text()).contains("Sent", "$320.40");
  }

  @Test
  void onPaperThereIsNothingToPress(Browsers browsers) {
    var desk = signedIn(browsers.openWithScripts(Screen.DESKTOP), "carts/" + cart);
    desk.onPaper(true);

    for (var screenOnly : new String[] {".bar", ".catalog", ".actions", "#head-form button"}) {
      assertThat(desk.all(screenOnly).getFirst().isDisplayed()).as(screenOnly).isFalse();
    }
    assertThat(desk.text()).contains("Jane Doe", "Vitamin C serum", "$89.00");
    assertThat(desk.all(QUANTITY).getFirst().getCssValue("border-top-width")).isEqualTo("0px");
    desk.onPaper(false);
    assertThat(desk.all(".bar").getFirst().isDisplayed()).isTrue();
  }
}

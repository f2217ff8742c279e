package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.util.Locale;
import org.cartwright.orders.Shop;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.Browser;
import org.cartwright.testing.Browsers;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.InABrowser;
import org.cartwright.testing.Screen;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people at the desk who have the same draft order, and the same cart, before them. */
@CartwrightTest
@InABrowser
class TwoDesksTests {

  private static final String DISCOUNT = "#cart-discount";

  @Autowired private Clinics clinics;

  private Browser desk(Shop shop, Browser browser, String name, String draft) {
    var base = clinics.nobody().base();
    var email = name.toLowerCase(Locale.ROOT) + "@example.com";
    DeskBrowser.member(clinics, shop.clinic(), name, DeskRole.MANAGER);
    browser.open(base + "/console/sign-in");
    browser.fillIn("Clinic", shop.clinic().id());
    browser.fillIn("E-mail", email);
    browser.press("Send me a link");
    browser.open(base + DeskBrowser.link(clinics, shop.clinic(), email, 1));
    browser.press("Sign in");
    browser.open(base + "/console/drafts/" + draft);
    return browser;
  }

  private static void until(Browser browser, String words) {
    await().atMost(DeskBrowser.PATIENCE).until(() -> browser.text().contains(words));
  }

  private static void untilTotal(Browser browser, String total) {
    await()
        .atMost(DeskBrowser.PATIENCE)
        .ignoreException(StaleElementReferenceException.class)
        .until(
            () ->
                browser.all("#sums .total dd").stream()
                    .anyMatch(sum -> sum.getText().equals(total)));
  }

  private static void type(Browser browser, String selector, String text) {
    browser.all(selector).getFirst().sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.TAB);
  }

  @Test
  void eachSeesWhatTheOtherChangesAndNothingIsLost(Browsers browsers) {
    var shop = Shop.open(clinics);
    var rahim = shop.clinic().patient(aPatient("Rahim", "Uddin"));
    var mug = shop.item("Mug", 1000);
    var draft =
        shop.draft(body().with("customerId", rahim).with("items", list(line(mug).quantity(2))))
            .at("/id");
    var ana = desk(shop, browsers.openWithScripts(Screen.DESKTOP), "Ana", draft);
    var ben = desk(shop, browsers.openWithScripts(Screen.DESKTOP), "Ben", draft);

    type(ana, "input[name=quantity]", "5");
    untilTotal(ana, "BDT 50.00");
    until(ben, "Somebody else has changed this meanwhile");
    type(ben, DISCOUNT, "10%");
    until(ben, "Mug");
    untilTotal(ben, "BDT 50.00");
    assertThat(ben.all(DISCOUNT).getFirst().getDomProperty("value")).isEqualTo("10%");
    ben.all(DISCOUNT).getFirst().sendKeys(Keys.ENTER);
    untilTotal(ben, "BDT 45.00");

    until(ana, "Somebody else has changed this meanwhile");
    ana.press("Show it");
    untilTotal(ana, "BDT 45.00");
    var stored = shop.api().get("/orders/drafts/" + draft).ok();
    assertThat(stored.number("/items/0/quantity")).isEqualTo(5);
    assertThat(stored.number("/discountPercentage")).isEqualTo(10);
    ana.complainsOfNothing();
    onOneCartTheSame(shop, ana, ben, rahim);
  }

  private void onOneCartTheSame(Shop shop, Browser ana, Browser ben, String rahim) {
    var filler = shop.clinic().item("Filler", 1000);
    var id = shop.clinic().cart(aCart().of(rahim).with(line(filler).quantity(2))).at("/id");
    ana.open(clinics.nobody().base() + "/console/carts/" + id);
    ben.open(clinics.nobody().base() + "/console/carts/" + id);

    type(ana, "input[name=quantity]", "5");
    until(ben, "Somebody else has changed this meanwhile");
    type(ben, DISCOUNT, "10%");
    until(ben, "Somebody else has changed this cart meanwhile, so your change was not made");
    assertThat(ben.all(DISCOUNT).getFirst().getDomProperty("value")).isEqualTo("10%");
    assertThat(ben.all("input[name=quantity]").getFirst().getDomProperty("value")).isEqualTo("5");
    ben.all(DISCOUNT).getFirst().sendKeys(Keys.ENTER);

    until(ana, "Somebody else has changed this meanwhile");
    var stored = shop.clinic().api().get("/billing/cart/" + id).ok();
    assertThat(stored.number("/items/0/quantity")).isEqualTo(5);
    assertThat(stored.number("/discountPercentage")).isEqualTo(10);
  }
}

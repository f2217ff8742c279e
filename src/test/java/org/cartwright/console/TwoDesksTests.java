package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

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
import org.springframework.beans.factory.annotation.Autowired;

/** Two people at the desk who have the same draft order, and the same cart, before them. */
@CartwrightTest
@InABrowser
class TwoDesksTests {

  private static final String DISCOUNT = "#cart-discount";

  @Autowired private Clinics clinics;

  private Browser desk(Shop shop, Browser browser, String name, String draft) {
    DeskBrowser.member(clinics, shop.clinic(), name, DeskRole.MANAGER);
    return Looks.signedIn(clinics, shop.clinic(), name, browser, "drafts/" + draft);
  }

  private static void until(Browser browser, String words) {
    await().atMost(DeskBrowser.PATIENCE).until(() -> browser.text().contains(words));
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
    Looks.untilTotal(ana, "BDT 50.00");
    ben.asksForNews();
    until(ben, "Somebody else has changed this meanwhile");
    type(ben, DISCOUNT, "10%");
    until(ben, "Mug");
    Looks.untilTotal(ben, "BDT 50.00");
    assertThat(ben.all(DISCOUNT).getFirst().getDomProperty("value")).isEqualTo("10%");
    ben.all(DISCOUNT).getFirst().sendKeys(Keys.ENTER);
    Looks.untilTotal(ben, "BDT 45.00");

    ana.asksForNews();
    until(ana, "Somebody else has changed this meanwhile");
    ana.press("Show it");
    Looks.untilTotal(ana, "BDT 45.00");
    var stored = shop.api().get("/orders/drafts/" + draft).ok();
    assertThat(stored.number("/items/0/quantity")).isEqualTo(5);
    assertThat(stored.number("/discountPercentage")).isEqualTo(10);
    ana.complainsOfNothing();
    onOneCartTheSame(shop, ana, ben, rahim);
  }

  /** Where nothing is asked for, the page does so by itself. */
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

    await().atMost(DeskBrowser.PATIENCE).until(() -> stored(shop, id, "/discountPercentage") == 10);
    ana.asksForNews();
    until(ana, "Somebody else has changed this meanwhile");
    assertThat(stored(shop, id, "/items/0/quantity")).isEqualTo(5);
    assertThat(stored(shop, id, "/discountPercentage")).isEqualTo(10);
  }

  private static long stored(Shop shop, String cart, String pointer) {
    return shop.clinic().api().get("/billing/cart/" + cart).ok().number(pointer);
  }
}

package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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
import org.openqa.selenium.StaleElementReferenceException;
import org.springframework.beans.factory.annotation.Autowired;

/** A shop's orders at the console, from the market until the goods are on their way. */
@CartwrightTest
@InABrowser
class ShopLooksTests {

  @Autowired private Clinics clinics;

  /** A shop that sells shirts and mugs in two markets. */
  private Shop furnished() {
    var shop = Shop.open(clinics);
    Shop.market(shop.clinic(), "UK", "GBP", "GB", true);
    DeskBrowser.member(clinics, shop.clinic(), "Ana", DeskRole.FRONT_DESK);
    shop.api()
        .post(
            "/orders/markets/" + shop.market() + "/taxes",
            body().with("name", "VAT").with("percentage", 15))
        .ok();
    shop.service("DELIVERY", "Rider", 6000);
    var shirt = shop.item("Cotton shirt, large, blue", 59000);
    shop.api()
        .post(
            "/orders/products",
            body()
                .with("name", "Cotton shirt")
                .with("optionNames", list("Size", "Colour"))
                .with(
                    "variants",
                    list(body().with("itemId", shirt).with("options", list("Large", "Blue")))))
        .ok();
    shop.api().put("/orders/stock/" + shirt, body().with("policy", "DENY")).ok();
    shop.api()
        .post(
            "/orders/stock/" + shirt + "/movements",
            body().with("kind", "RECEIVED").with("quantity", 3))
        .ok();
    var mug = shop.item("Mug", 1250);
    shop.api()
        .put(
            "/orders/items/" + mug + "/tiers",
            body()
                .with(
                    "tiers",
                    list(
                        body()
                            .with("marketId", shop.market())
                            .with("fromQuantity", 50)
                            .with("unitPrice", 990))))
        .ok();
    shop.api().post("/orders/coupons", body().with("code", "CORP50").with("percentage", 10)).ok();
    var nadia =
        shop.clinic()
            .patient(
                aPatient("Nadia", "Karim").phone("+880 1711 000222").email("nadia@example.com"));
    shop.draft(body().with("customerId", nadia).with("items", list(line(mug).quantity(50))));
    return shop;
  }

  private static void until(Browser browser, String words) {
    await().atMost(DeskBrowser.PATIENCE).until(() -> browser.text().contains(words));
  }

  private static void type(Browser browser, String selector, String text) {
    send(browser, selector, Keys.chord(Keys.CONTROL, "a"), text, Keys.TAB);
  }

  /** Also where an answer that is on its way puts something else in its place. */
  private static void send(Browser browser, String selector, CharSequence... keys) {
    await()
        .atMost(DeskBrowser.PATIENCE)
        .ignoreException(StaleElementReferenceException.class)
        .until(
            () -> {
              browser.all(selector).getFirst().sendKeys(keys);
              return true;
            });
  }

  @Test
  void aPhoneOrderIsTakenDownPlacedAndShipped(Browsers browsers) {
    var shop = furnished();
    var browser = Looks.signedIn(clinics, shop.clinic(), browsers.openWithScripts(Screen.DESKTOP));

    browser.press("Draft orders");
    Looks.at(browser, "drafts");
    browser.press("New draft order");
    assertThat(browser.focused().getText()).startsWith("Market BD");
    browser.leaveBy(() -> browser.focused().sendKeys(Keys.ENTER));
    Looks.at(browser, "new-draft");
    browser.fillIn("First name", "Rahim");
    browser.fillIn("Last name", "Uddin");
    browser.press("Begin their order");
    assertThat(browser.heading()).isEqualTo("Rahim Uddin");
    until(browser, "There is no phone number");

    browser.field("Search the catalog").sendKeys("shirt blue", Keys.ENTER);
    await().atMost(DeskBrowser.PATIENCE).until(() -> browser.all(".line").size() == 1);
    assertThat(browser.text()).contains("Large / Blue", "3 in stock");
    type(browser, "input[name=quantity]", "4");
    until(browser, "There is not enough of Cotton shirt");
    type(browser, "input[name=quantity]", "2");
    Looks.untilTotal(browser, "BDT 1,357.00");
    send(browser, "#coupon-code", "SPRING", Keys.ENTER);
    until(browser, "There is no coupon with this code");
    Looks.at(browser, "draft-begun");
    browser.button("Take off").click();
    await().atMost(DeskBrowser.PATIENCE).until(() -> !browser.text().contains("no coupon with"));
    type(browser, "#contact-phone", "+880 1712 345678");
    send(browser, "input[name=service]", Keys.SPACE);
    Looks.untilTotal(browser, "BDT 1,426.00");
    send(browser, "#payment", "Cash on delivery", Keys.TAB);
    send(browser, "#shipping-line1", "12 Motijheel");
    send(browser, "#shipping-city", "Dhaka", Keys.ENTER);
    until(browser, "Ready to be placed");
    Looks.at(browser, "draft");
    browser.complainsOfNothing();

    send(browser, "#phone", Keys.SPACE);
    browser.leaveBy(() -> browser.all("form[action$='/place'] button").getFirst().click());
    assertThat(browser.heading()).isEqualTo("#ORD-000000000001");
    browser.press("Approve");
    Looks.at(browser, "order");
    browser.fillIn("Anything else to say", "Leave it with the neighbour");
    browser.press("It was shipped");
    assertThat(browser.text())
        .contains("On its way", "Leave it with the neighbour", "12 Motijheel");
    browser.press("Orders");
    assertThat(browser.text()).contains("1 order", "Rahim Uddin", "BDT 1,426.00");
    Looks.at(browser, "orders");
    browser.complainsOfNothing();
  }

  @Test
  void aWholesaleOfferIsQuotedAcceptedAndPlacedAsItWasAccepted(Browsers browsers) {
    var shop = furnished();
    var browser = Looks.signedIn(clinics, shop.clinic(), browsers.openWithScripts(Screen.DESKTOP));

    browser.press("Draft orders");
    browser.press("Nadia Karim");
    Looks.untilTotal(browser, "BDT 569.25");
    send(browser, "#coupon-code", "corp50", Keys.ENTER);
    Looks.untilTotal(browser, "BDT 512.33");
    type(browser, "#cart-discount", "15");
    Looks.untilTotal(browser, "BDT 496.80");
    send(browser, "input[name=service]", Keys.SPACE);
    Looks.untilTotal(browser, "BDT 565.80");
    send(browser, "#payment", "Bank", Keys.TAB);
    send(browser, "#shipping-line1", "40 Gulshan Avenue");
    send(browser, "#shipping-city", "Dhaka");
    send(browser, "#phone", Keys.SPACE);
    until(browser, "Ready to be placed");
    assertThat(browser.all("#phone").getFirst().isSelected()).isTrue();
    browser.press("Send as a quote");
    browser.press("Send the quote");
    assertThat(browser.heading()).isEqualTo("Quote for Nadia Karim");
    var quote = browser.address().substring(browser.address().lastIndexOf('/') + 1);
    browser.press("Draft orders");
    browser.press("Nadia Karim");
    assertThat(browser.text()).contains("A quote of this draft is with the customer");
    assertThat(browser.all("#find")).isEmpty();
    shop.api()
        .post("/billing/quote/respond", body().with("quoteId", quote).with("response", "accept"))
        .ok();
    browser.reload();
    assertThat(browser.text()).contains("its lines and figures are what is placed");

    send(browser, "#phone", Keys.SPACE);
    browser.leaveBy(() -> browser.all("form[action$='/place'] button").getFirst().click());

    assertThat(browser.text()).contains("#ORD-000000000001", "corp50", "BDT 565.80");
    browser.press("Approve");
    browser.fillIn("Anything else to say", "Two boxes");
    browser.press("It was shipped");
    browser.press("The customer has it");
    assertThat(browser.text()).contains("Fulfilled", "Two boxes");
  }
}

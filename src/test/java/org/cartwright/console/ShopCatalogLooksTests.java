package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;

import org.cartwright.orders.Shop;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.Browsers;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.InABrowser;
import org.cartwright.testing.Screen;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a shop sells beyond a clinic's catalog, kept by a manager in a browser. */
@CartwrightTest
@InABrowser
class ShopCatalogLooksTests {

  @Autowired private Clinics clinics;

  private Shop furnished() {
    var shop = Shop.open(clinics);
    var british = Shop.market(shop.clinic(), "UK", "GBP", "GB", true);
    DeskBrowser.member(clinics, shop.clinic(), "Ana", DeskRole.MANAGER);
    shop.api()
        .post(
            "/orders/markets/" + shop.market() + "/taxes",
            body().with("name", "VAT").with("percentage", 15))
        .ok();
    shop.service("DELIVERY", "Rider", 6000);
    var mug = shop.clinic().item("Mug, large, white", 1);
    shop.price(
        mug,
        body().with("marketId", shop.market()).with("price", 1250),
        body().with("marketId", british).with("price", 499));
    shop.api()
        .post(
            "/orders/products",
            body()
                .with("name", "Mug")
                .with("optionNames", list("Size", "Colour"))
                .with(
                    "variants",
                    list(body().with("itemId", mug).with("options", list("Large", "White")))))
        .ok();
    shop.api().put("/orders/stock/" + mug, body().with("policy", "DENY")).ok();
    shop.api()
        .post(
            "/orders/stock/" + mug + "/movements",
            body().with("kind", "RECEIVED").with("quantity", 40).with("reason", "First delivery"))
        .ok();
    shop.api()
        .post(
            "/orders/coupons",
            body()
                .with("code", "CORP50")
                .with("description", "For companies")
                .with("percentage", 10)
                .with("itemIds", list(mug))
                .with("endsDate", "2098-12-31T18:00:00Z"))
        .ok();
    return shop;
  }

  @Test
  void aManagerKeepsWhatTheShopSells(Browsers browsers) {
    var shop = furnished();
    var browser = Looks.signedIn(clinics, shop.clinic(), browsers.openWithScripts(Screen.DESKTOP));

    browser.press("Catalog");
    browser.press("Stock");
    Looks.at(browser, "stock");
    browser.press("Mug, large, white");
    browser.fillIn("How many", "12");
    browser.fillIn("Reason", "Second delivery");
    browser.press("Write it down");
    assertThat(browser.text()).contains("+12", "Second delivery", "52");
    Looks.at(browser, "stock-item");

    browser.press("Coupons");
    Looks.at(browser, "coupons");
    browser.press("CORP50");
    Looks.at(browser, "coupon");

    browser.press("Markets");
    Looks.at(browser, "markets");
    browser.press("Market BD");
    browser.all("details.fold summary").forEach(fold -> fold.click());
    Looks.at(browser, "market");

    browser.open(clinics.nobody().base() + "/console/catalog/products");
    Looks.at(browser, "products");
    browser.press("Mug");
    assertThat(browser.text()).contains("BDT 12.50", "£4.99");
    Looks.at(browser, "product");
    browser.press("Mug, large, white");
    Looks.at(browser, "item-prices");
    browser.complainsOfNothing();
  }
}

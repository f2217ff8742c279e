package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.anItem;

import org.cartwright.staff.DeskRole;
import org.cartwright.testing.Browsers;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.InABrowser;
import org.cartwright.testing.Screen;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How the catalog looks at the console. */
@CartwrightTest
@InABrowser
class CatalogLooksTests {

  @Autowired private Clinics clinics;

  @Test
  void theCatalogIsLookedAfter(Browsers browsers) {
    var clinic = clinics.open("America/New_York", "USD", "en-US");
    DeskBrowser.member(clinics, clinic, "Ana", DeskRole.OWNER);
    var jane = clinic.patient(aPatient("Jane", "Doe"));
    var cart = clinic.cart(jane).at("/id");
    var tax = clinic.tax("Luxury tax", "2.5");
    clinic.item(anItem("Hyaluronic filler").price(65000).category("Injectables").brand("Juvederm"));
    clinic.item(anItem("Vitamin C serum").price(8900).category("Skincare").exemptedFrom(tax));
    clinic.item(
        anItem("Consultation").price(5000).type("SERVICE").with("allowCustomPricing", true));
    var browser = Looks.signedIn(clinics, clinic, browsers.openWithScripts(Screen.DESKTOP));

    browser.press("Catalog");
    assertThat(browser.heading()).isEqualTo("Items");
    browser.field("A part of the name").sendKeys("serum");
    await().atMost(DeskBrowser.PATIENCE).until(() -> browser.all("tbody tr").size() == 1);
    browser.open(clinics.nobody().base() + "/console/catalog/items");
    Looks.at(browser, "items");
    browser.press("Vitamin C serum");
    browser.fillIn("Price", "95");
    browser.press("Save");
    assertThat(browser.text()).contains("Saved.");
    browser.press("Make it a favourite");
    browser.press("Packages");
    browser.press("New package");
    browser.fillIn("Name", "Winter repair");
    browser.fillIn("Price", "215.00");
    browser.field("Search the catalog").sendKeys("serum");
    await().atMost(DeskBrowser.PATIENCE).until(() -> browser.all("button.goods").size() == 1);
    browser.leaveBy(() -> browser.all("button.goods").getFirst().click());
    assertThat(browser.heading()).isEqualTo("Winter repair");
    Looks.at(browser, "package");
    browser.press("Packages");
    Looks.at(browser, "packages");
    browser.press("Taxes");
    Looks.at(browser, "taxes");
    browser.press("Luxury tax");
    Looks.at(browser, "tax");
    browser.open(clinics.nobody().base() + "/console/carts/" + cart);
    Looks.at(browser, "cart-catalog");
    assertThat(browser.all(".goodsName").getFirst().getText()).isEqualTo("Vitamin C serum");
    browser.all("#part option[value=packages]").getFirst().click();
    await().atMost(DeskBrowser.PATIENCE).until(() -> browser.all("button.goods").size() == 1);
    browser.complainsOfNothing();
    browser.open(clinics.nobody().base() + "/console/catalog/items");
    browser.press("Vitamin C serum");
    browser.fillIn("Price", "ninety");
    browser.press("Save");
    assertThat(browser.text()).contains("Write an amount");
    Looks.at(browser, "item");
  }
}

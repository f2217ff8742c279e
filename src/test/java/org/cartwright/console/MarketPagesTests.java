package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cartwright.orders.Shop;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The markets of a shop with their taxes and services, kept by its staff. */
@CartwrightTest
class MarketPagesTests {

  private static final String PATH = "/console/catalog/markets";

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;

  private Shop shop;
  private String page;
  private DeskBrowser manager;

  @BeforeEach
  void aShop() {
    shop = Shop.open(clinics);
    page = PATH + "/" + shop.market();
    DeskBrowser.member(clinics, shop.clinic(), "Ana", DeskRole.MANAGER);
    manager = new DeskBrowser(clinics).signIn(clinics, shop.clinic(), "Ana");
  }

  private static Map<String, String> fields(String... pairs) {
    var fields = new LinkedHashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], pairs[i + 1]);
    }
    return fields;
  }

  /** What the form that is sent to an address says was seen. */
  private String seen(String action) {
    var form =
        Pattern.compile(
            "action=\"" + Pattern.quote(action) + "\".*?name=\"seen\" value=\"([^\"]*)\"",
            Pattern.DOTALL);
    var found = form.matcher(manager.get(page).ok().text());
    assertThat(found.find()).as(action).isTrue();
    return found.group(1);
  }

  private Answer send(String path, String... pairs) {
    var fields = fields(pairs);
    fields.putIfAbsent("seen", seen(path.replaceFirst("(/[a-z]+/[a-z0-9_]+)/delete$", "$1")));
    return manager.post(path, fields);
  }

  private Answer terms(String... pairs) {
    var all =
        fields(
            "name",
            "Market BD",
            "code",
            "BD",
            "countries",
            "BD",
            "currency",
            "BDT",
            "taxes",
            "exclusive",
            "seen",
            seen(page));
    all.putAll(fields(pairs));
    return manager.post(page, all);
  }

  private String stored(String below) {
    return shop.api().get("/orders/markets/" + shop.market() + below).ok().text();
  }

  private String first(String below) {
    return shop.api().get("/orders/markets/" + shop.market() + below).ok().at("/0/id");
  }

  @Test
  void aFirstMarketMakesAClinicAShop() {
    var other = clinics.open();
    DeskBrowser.member(clinics, other, "Ana", DeskRole.OWNER);
    DeskBrowser.member(clinics, other, "Ben", DeskRole.FRONT_DESK);
    manager = new DeskBrowser(clinics).signIn(clinics, other, "Ana");
    assertThat(manager.get("/console/catalog/items").ok().text())
        .contains("href=\"" + PATH + "\"")
        .doesNotContain("href=\"/console/catalog/stock\"");
    assertThat(manager.get(PATH).ok().text()).contains("There is no market yet", "New market");
    manager.get(PATH + "/new").ok();

    var wrong =
        manager.post(
            PATH + "/new",
            fields("name", "<Here>", "code", "A B", "countries", "BD, XX", "currency", "ABC"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text())
        .contains("value=\"&lt;Here&gt;\"", "and no spaces", "by their two-letter codes")
        .contains("by its three-letter code");
    var opened =
        manager.post(
            PATH + "/new",
            fields(
                "name",
                "<Here>",
                "code",
                "BD",
                "countries",
                "bd, IN in",
                "currency",
                "bdt",
                "taxes",
                "inclusive"));

    assertThat(opened.status()).as(opened.text()).isEqualTo(303);
    assertThat(other.api().get("/orders/markets").ok().text())
        .contains("\"code\":\"BD\",\"name\":\"<Here>\",\"countries\":[\"BD\",\"IN\"]")
        .contains("\"currency\":\"BDT\"", "\"pricesIncludeTax\":true,\"isDefault\":true");
    assertThat(manager.get(PATH).ok().text())
        .contains("&lt;Here&gt;", "Bangladesh, India", "tax included", "Default")
        .contains("href=\"/console/catalog/stock\"", "href=\"/console/drafts\"");

    manager = new DeskBrowser(clinics).signIn(clinics, other, "Ben");
    assertThat(manager.get(PATH).ok().text()).contains("&lt;Here&gt;").doesNotContain("New market");
    var refused = manager.post(PATH + "/new", fields("name", "X", "code", "X"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text()).contains("kept by managers and owners");
    assertThat(manager.get(page).status()).isEqualTo(404);
    assertThat(manager.post(page, fields("seen", "x")).status()).isEqualTo(404);
  }

  @Test
  void termsChangeUntilSomethingIsPricedThereAndTheDefaultStays() {
    assertThat(terms("name", "Bangla", "currency", "USD", "countries", "BD IN").status())
        .isEqualTo(303);
    assertThat(stored("")).contains("\"name\":\"Bangla\"", "\"currency\":\"USD\"", "\"IN\"");
    shop.item("Mug", 1250);

    var priced = terms("name", "Bangla", "currency", "BDT");
    assertThat(priced.status()).isEqualTo(409);
    assertThat(priced.text()).contains("That was not done", "its currency stays", "value=\"BDT\"");
    assertThat(stored("")).contains("\"currency\":\"USD\"");

    var british = Shop.market(shop.clinic(), "UK", "GBP", "GB", true);
    assertThat(terms("code", "UK", "currency", "USD").text())
        .contains("Another market has this code");
    var needed = manager.post(page + "/delete", fields("seen", seen(page)));
    assertThat(needed.status()).isEqualTo(409);
    assertThat(needed.text()).contains("make one of them the default first");

    var seen = seen(page);
    page = PATH + "/" + british;
    assertThat(
            terms(
                    "name",
                    "UK",
                    "code",
                    "UK",
                    "countries",
                    "GB",
                    "currency",
                    "GBP",
                    "taxes",
                    "inclusive",
                    "isDefault",
                    "yes")
                .status())
        .isEqualTo(303);
    page = PATH + "/" + shop.market();
    var stale = manager.post(page + "/delete", fields("seen", seen));
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.text()).contains("changed that meanwhile");
    assertThat(terms("currency", "USD", "seen", seen).status()).isEqualTo(409);
    assertThat(stored("")).contains("\"isArchived\":false", "\"name\":\"Bangla\"");
    assertThat(manager.post(page + "/delete", fields("seen", seen(page))).status()).isEqualTo(303);
    assertThat(stored("")).contains("\"isArchived\":true");
    assertThat(manager.get(page).ok().text())
        .contains("This market is closed", "Bangla")
        .doesNotContain("name=\"seen\"", "method=\"post\" novalidate");
    var again =
        fields(
            "name",
            "Again",
            "code",
            "BD",
            "countries",
            "BD",
            "currency",
            "USD",
            "taxes",
            "exclusive",
            "seen",
            seen);
    assertThat(manager.post(page, again).status()).isIn(404, 409);
    assertThat(stored("")).contains("\"name\":\"Bangla\"");
    assertThat(manager.get(PATH).ok().text()).contains("UK", "Closed markets", "Bangla");
  }

  @Test
  void taxesAreLeviedChangedAndDropped() {
    assertThat(
            send(
                    page + "/taxes",
                    "name",
                    "VAT <1>",
                    "percentage",
                    "7.5 %",
                    "scope",
                    "ALL",
                    "regions",
                    "US-CA\n DE-* ",
                    "postalCodes",
                    "94107\n95*")
                .status())
        .isEqualTo(303);
    assertThat(stored("/taxes"))
        .contains("\"name\":\"VAT <1>\",\"percentage\":7.5,\"scope\":\"ALL\"")
        .contains("\"regions\":[\"US-CA\",\"DE-*\"],\"postalCodes\":[\"94107\",\"95*\"]");
    assertThat(manager.get(page).ok().text())
        .contains("VAT &lt;1&gt;", "7.5%", "On everything", ">US-CA\nDE-*</textarea>");
    var tax = page + "/taxes/" + first("/taxes");
    var seen = seen(tax);

    var none = send(tax, "name", "VAT", "percentage", "8", "scope", "SPECIFIC_CATEGORIES");
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.text()).contains("Name one category at least", "open=\"open\"");
    assertThat(
            send(tax, "name", "", "percentage", "101", "regions", "DE*", "postalCodes", "9*4")
                .text())
        .contains(
            "Write a name",
            "of 100 at most",
            "a star can stand only after a country",
            "a star can stand only at the end");
    assertThat(send(tax, "name", "VAT", "percentage", "a lot").status()).isEqualTo(422);
    assertThat(
            send(
                    tax,
                    "name",
                    "VAT",
                    "percentage",
                    "8",
                    "scope",
                    "SPECIFIC_CATEGORIES",
                    "categoryNames",
                    "Mugs")
                .status())
        .isEqualTo(303);
    assertThat(stored("/taxes"))
        .contains("\"percentage\":8", "\"categoryNames\":[\"Mugs\"],\"regions\":null");
    var stale = send(tax, "name", "Old", "percentage", "1", "seen", seen);
    assertThat(stale.status()).isEqualTo(409);
    assertThat(send(tax + "/delete", "seen", seen).status()).isEqualTo(409);
    assertThat(stored("/taxes")).contains("\"name\":\"VAT\"");
    var missing =
        manager.post(page + "/taxes/tax_none", fields("seen", "x", "name", "X", "percentage", "1"));
    assertThat(missing.status()).isEqualTo(404);

    assertThat(send(tax + "/delete").status()).isEqualTo(303);
    assertThat(stored("/taxes")).isEqualTo("[]");
  }

  @Test
  void servicesAreAddedChangedAndTakenAway() {
    shop.item("Express fee", 6000);
    shop.item("Express fee, heavy", 9000);

    assertThat(
            send(
                    page + "/services",
                    "name",
                    "Express",
                    "category",
                    "SHIPPING",
                    "fee",
                    "express fee",
                    "isActive",
                    "yes")
                .status())
        .isEqualTo(303);
    assertThat(stored("/services"))
        .contains("\"name\":\"Express\"", "\"fee\":6000", "\"isActive\":true", "\"address\":null");
    assertThat(manager.get(page).ok().text())
        .contains("Express", "BDT\u00a060.00", "by a carrier", "value=\"Express fee\"");
    var service = page + "/services/" + first("/services");
    var seen = seen(service);

    assertThat(send(service, "name", "E", "category", "SHIPPING", "fee", "express").text())
        .contains("Several things are called that");
    assertThat(send(service, "name", "E", "category", "SHIPPING", "fee", "rocket").text())
        .contains("Nothing that is sold", "value=\"rocket\"");
    assertThat(send(service, "name", "E", "category", "PICKUP").text())
        .contains("Say where customers fetch their goods");
    assertThat(
            send(
                    service,
                    "name",
                    "E",
                    "category",
                    "SHIPPING",
                    "line1",
                    "1 Road",
                    "city",
                    "Dhaka",
                    "country",
                    "BD")
                .text())
        .contains("empty its fields");
    assertThat(send(service, "name", "E", "category", "PICKUP", "line1", "1 Road").text())
        .contains("Write a town");
    assertThat(
            send(service, "name", "E", "category", "PICKUP", "line1", "1 Road", "city", "Dhaka")
                .text())
        .contains("Choose a country");
    assertThat(send(service, "name", "E", "category", "ROCKET").status()).isEqualTo(422);
    assertThat(stored("/services")).contains("\"name\":\"Express\"");

    assertThat(
            send(
                    service,
                    "name",
                    "Outlet",
                    "category",
                    "PICKUP",
                    "line1",
                    "1 Road",
                    "city",
                    "Dhaka",
                    "country",
                    "BD")
                .status())
        .isEqualTo(303);
    assertThat(stored("/services"))
        .contains("\"category\":\"PICKUP\",\"name\":\"Outlet\",\"itemId\":null,\"fee\":0")
        .contains("\"line1\":\"1 Road\"", "\"isActive\":false");
    assertThat(manager.get(page).ok().text()).contains("cannot be chosen", "value=\"1 Road\"");
    assertThat(send(service, "name", "Old", "category", "SHIPPING", "seen", seen).status())
        .isEqualTo(409);
    assertThat(send(service + "/delete", "seen", seen).status()).isEqualTo(409);
    assertThat(send(service + "/delete").status()).isEqualTo(303);
    assertThat(stored("/services")).isEqualTo("[]");
    assertThat(
            manager
                .post(service, fields("seen", seen, "name", "X", "category", "SHIPPING"))
                .status())
        .isEqualTo(404);
  }

  @Test
  void whereGoodsAreFetchedStaysInItsCountryWhereTheMarketNoLongerDelivers() {
    send(
        page + "/services",
        "seen",
        "",
        "name",
        "Outlet",
        "category",
        "PICKUP",
        "line1",
        "1 Road",
        "city",
        "Dhaka",
        "country",
        "BD");
    assertThat(terms("countries", "IN, LK").status()).isEqualTo(303);

    assertThat(manager.get(page).ok().text())
        .contains("<option value=\"BD\" selected=\"selected\">Bangladesh</option>");
  }

  @Test
  void theFrontDeskLooksAndHowMuchThereIsTakesNoMoreStatements() {
    shop.api()
        .post(
            "/orders/markets/" + shop.market() + "/taxes",
            body().with("name", "VAT").with("percentage", 15))
        .ok();
    shop.service("DELIVERY", "Rider", 6000);
    manager.get(page).ok();
    long few = statements.during(() -> manager.get(page).ok());
    for (int i = 0; i < 4; i++) {
      shop.service("SHIPPING", "Express " + i, 100);
      shop.api()
          .post(
              "/orders/markets/" + shop.market() + "/taxes",
              body().with("name", "VAT " + i).with("percentage", 1))
          .ok();
    }
    assertThat(statements.during(() -> manager.get(page).ok()))
        .isEqualTo(few)
        .isLessThanOrEqualTo(24);
    var before = stored("/taxes") + stored("/services") + stored("");

    DeskBrowser.member(clinics, shop.clinic(), "Ben", DeskRole.FRONT_DESK);
    manager = new DeskBrowser(clinics).signIn(clinics, shop.clinic(), "Ben");
    assertThat(manager.get(page).ok().text())
        .contains("Bangladesh", "VAT 3", "15%", "Rider", "BDT\u00a060.00", "tax added")
        .doesNotContain("<textarea", "name=\"currency\"", "/delete");
    var tax = page + "/taxes/" + first("/taxes");
    var service = page + "/services/" + first("/services");
    for (var path :
        List.of(
            page,
            page + "/delete",
            page + "/taxes",
            tax,
            tax + "/delete",
            page + "/services",
            service,
            service + "/delete")) {
      var refused =
          manager.post(
              path, fields("seen", "x", "name", "X", "percentage", "1", "category", "SHIPPING"));
      assertThat(refused.status()).as(path).isEqualTo(403);
      assertThat(refused.text()).contains("kept by managers and owners");
    }
    assertThat(stored("/taxes") + stored("/services") + stored("")).isEqualTo(before);
  }
}

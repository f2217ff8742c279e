package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;

import java.util.LinkedHashMap;
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

/** The products of a shop, and what items cost in its markets, kept by its staff. */
@CartwrightTest
class ProductPagesTests {

  private static final String PATH = "/console/catalog/products";

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;

  private Shop shop;
  private String british;
  private String white;
  private DeskBrowser manager;

  @BeforeEach
  void aShopWithAMug() {
    shop = Shop.open(clinics);
    british = Shop.market(shop.clinic(), "UK", "GBP", "GB", true);
    DeskBrowser.member(clinics, shop.clinic(), "Ana", DeskRole.MANAGER);
    white = shop.item("Mug <white>", 1250);
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
  private String seen(String page, String action) {
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
    fields.putIfAbsent("seen", seen(path.replaceFirst("/(tiers|delete)$", ""), path));
    return manager.post(path, fields);
  }

  private String made(String name, String options) {
    manager.get(PATH).ok();
    var answer = manager.post(PATH + "/new", fields("name", name, "optionNames", options));
    assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private String stored(String page) {
    return shop.api()
        .get("/orders/products/" + page.substring(page.lastIndexOf('/') + 1))
        .ok()
        .text();
  }

  private String costs(String what) {
    return shop.api().get("/orders/items/%s/%s".formatted(white, what)).ok().text();
  }

  private String listed(String query) {
    return manager.get(PATH + query).ok().text();
  }

  @Test
  void aProductIsMadeOfItemsChangedAndDeleted() {
    var blue = shop.item("Mug blue", 1300);
    assertThat(listed("")).contains("There is no product yet", "New product");
    var page = made("<Mug>", "Size / Colour");
    assertThat(stored(page)).contains("\"optionNames\":[\"Size\",\"Colour\"],\"variants\":[]");
    var same = new String[] {"name", "<Mug>", "optionNames", "Size / Colour"};

    assertThat(
            send(
                    page,
                    "name",
                    "<Mug>",
                    "optionNames",
                    "Size / Colour",
                    "item",
                    "mug <WHITE>",
                    "options",
                    "Large / White")
                .status())
        .isEqualTo(303);
    assertThat(
            send(
                    page,
                    "name",
                    "<Mug>",
                    "optionNames",
                    "Size / Colour",
                    "item",
                    blue,
                    "options",
                    "Large/Blue")
                .status())
        .isEqualTo(303);
    assertThat(stored(page))
        .contains("\"itemId\":\"%s\",\"options\":[\"Large\",\"White\"]".formatted(white))
        .contains("\"itemId\":\"%s\",\"options\":[\"Large\",\"Blue\"]".formatted(blue));
    assertThat(manager.get(page).ok().text())
        .contains("&lt;Mug&gt;", "Mug &lt;white&gt;", "value=\"Large / White\"")
        .contains("BDT\u00a012.50", ">–<", PATH + "/prices/" + white);
    assertThat(listed("?q=white")).contains("1 product", "Large / White", "Large / Blue");
    assertThat(listed("?q=zzz&order=name&page=x")).contains("0 products", "Nothing is called");

    var double1 =
        send(
            page,
            "name",
            "<Mug>",
            "optionNames",
            "Size / Colour",
            "variant-" + blue,
            "Large / White");
    assertThat(double1.status()).isEqualTo(422);
    assertThat(double1.text()).contains("no two variants can be the same");
    assertThat(send(page, "name", "M", "optionNames", "Size", "item", "mug").text())
        .contains("Several items are called that", "value=\"mug\"");
    assertThat(send(page, "name", "M", "optionNames", "Size", "item", "rocket").text())
        .contains("Nothing in the catalog is called that");
    assertThat(send(page, "name", "M", "optionNames", "Size / size").text()).contains("each once");
    assertThat(send(page, "name", "", "optionNames", "Size / Colour").text())
        .contains("Write a name");
    assertThat(
            send(
                    page,
                    "name",
                    "<Mug>",
                    "optionNames",
                    "Size / Colour",
                    "item",
                    blue,
                    "options",
                    "Small / Blue")
                .text())
        .contains("is already a variant");
    assertThat(stored(page)).contains("\"name\":\"<Mug>\"", "[\"Large\",\"Blue\"]");

    var seen = seen(page, page);
    var less = fields(same);
    less.put("less-" + white, "yes");
    less.put("variant-" + blue, "Huge / Blue");
    less.put("seen", seen);
    assertThat(manager.post(page, less).status()).isEqualTo(303);
    assertThat(stored(page)).contains("[\"Huge\",\"Blue\"]").doesNotContain(white);
    var other = made("Cup", "Size");
    var taken = send(other, "name", "Cup", "optionNames", "Size", "item", blue, "options", "Big");
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.text()).contains("take these out of their other products first");

    var stale = send(page, "name", "Old", "optionNames", "Size", "seen", seen);
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.text()).contains("changed that meanwhile");
    assertThat(send(page + "/delete", "seen", seen).status()).isEqualTo(409);
    assertThat(send(page + "/delete").status()).isEqualTo(303);
    assertThat(manager.get(page).status()).isEqualTo(404);
  }

  @Test
  void anItemIsPricedMarketByMarket() {
    var page = PATH + "/prices/" + white;
    var seen = seen(page, page);
    assertThat(listed("?q=white")).contains("What items cost in the markets", page);
    assertThat(manager.get(page).ok().text())
        .contains("Mug &lt;white&gt;", "value=\"12.50\"", "Market UK (GBP)");

    var wrong = send(page, "price-" + shop.market(), "a lot", "price-" + british, "1.234");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text()).contains("Write an amount", "value=\"a lot\"", "value=\"1.234\"");
    assertThat(send(page, "price-" + shop.market(), "12.50", "price-" + british, "4.99").status())
        .isEqualTo(303);
    assertThat(costs("prices")).contains("\"price\":1250", "\"price\":499");
    assertThat(send(page, "price-" + shop.market(), "", "price-" + british, "5").status())
        .isEqualTo(303);
    assertThat(costs("prices")).contains("\"price\":500").doesNotContain(shop.market());

    var stale = send(page, "price-" + shop.market(), "1", "seen", seen);
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.text()).contains("changed that meanwhile", "value=\"1\"");
    assertThat(costs("prices")).contains("\"price\":500").doesNotContain(shop.market());
  }

  @Test
  void largerQuantitiesHaveTiers() {
    var page = PATH + "/prices/" + white;
    var tiers = page + "/tiers";
    var seen = seen(page, tiers);

    assertThat(
            send(
                    tiers,
                    "tier-0-market",
                    shop.market(),
                    "tier-0-from",
                    "10",
                    "tier-0-gives",
                    "5%",
                    "tier-1-market",
                    shop.market(),
                    "tier-1-from",
                    "",
                    "tier-1-gives",
                    "",
                    "tier-2-market",
                    british,
                    "tier-2-from",
                    "2.5",
                    "tier-2-gives",
                    "9.90")
                .status())
        .isEqualTo(303);
    assertThat(costs("tiers"))
        .contains("\"fromQuantity\":10,\"unitPrice\":null,\"percentOff\":5")
        .contains("\"fromQuantity\":2.5,\"unitPrice\":990,\"percentOff\":null");
    assertThat(manager.get(page).ok().text())
        .contains("value=\"5%\"", "value=\"9.90\"", "tier-4-from")
        .doesNotContain("tier-5-from");

    var twice =
        send(
            tiers,
            "tier-0-market",
            british,
            "tier-0-from",
            "10",
            "tier-0-gives",
            "5%",
            "tier-1-market",
            british,
            "tier-1-from",
            "10.0",
            "tier-1-gives",
            "6%");
    assertThat(twice.status()).isEqualTo(422);
    assertThat(twice.text()).contains("begins at this quantity", "value=\"10.0\"");
    assertThat(
            send(tiers, "tier-0-market", british, "tier-0-from", "1", "tier-0-gives", "101%")
                .text())
        .contains("a number above 1", "a percentage of 100 at most");
    assertThat(send(tiers, "tier-0-market", "x", "tier-0-from", "2", "tier-0-gives", "1").text())
        .contains("Choose a market");
    assertThat(send(tiers, "tier-0-market", british, "tier-0-from", "2").status()).isEqualTo(422);
    assertThat(send(tiers, "tier-0-from", "", "seen", seen).status()).isEqualTo(409);
    assertThat(costs("tiers")).contains("\"percentOff\":5");

    assertThat(send(tiers, "tier-0-market", british, "tier-0-from", "").status()).isEqualTo(303);
    assertThat(costs("tiers")).contains("\"tiers\":[]");
  }

  @Test
  void theFrontDeskLooksAndAnotherShopsProductsAreNotThere() {
    var page = made("Mug", "Size");
    var prices = PATH + "/prices/" + white;
    var before = stored(page) + costs("prices") + costs("tiers");
    DeskBrowser.member(clinics, shop.clinic(), "Ben", DeskRole.FRONT_DESK);
    manager = new DeskBrowser(clinics).signIn(clinics, shop.clinic(), "Ben");

    assertThat(listed("")).contains("Mug").doesNotContain("New product");
    assertThat(manager.get(page).ok().text())
        .contains("no variant yet")
        .doesNotContain("optionNames");
    assertThat(manager.get(prices).ok().text())
        .contains("12.50 BDT", "not sold there")
        .doesNotContain("price-" + british);
    var paths = new String[] {page, page + "/delete", PATH + "/new", prices, prices + "/tiers"};
    for (var path : paths) {
      var refused = manager.post(path, fields("seen", "x", "name", "X", "optionNames", "X"));
      assertThat(refused.status()).as(path).isEqualTo(403);
      assertThat(refused.text()).contains("kept by managers and owners");
    }

    var other = clinics.open();
    DeskBrowser.member(clinics, other, "Ana", DeskRole.OWNER);
    manager = new DeskBrowser(clinics).signIn(clinics, other, "Ana");
    assertThat(manager.get(page).status()).isEqualTo(404);
    assertThat(manager.get(prices).status()).isEqualTo(404);
    for (var path : new String[] {page, page + "/delete", prices, prices + "/tiers"}) {
      assertThat(manager.post(path, fields("seen", "x")).status()).as(path).isEqualTo(404);
    }
    assertThat(listed("?q=mug")).doesNotContain("white");
    assertThat(stored(page) + costs("prices") + costs("tiers")).isEqualTo(before);
  }

  @Test
  void howMuchThereIsTakesNoMoreStatements() {
    var first =
        shop.api()
            .post(
                "/orders/products",
                body()
                    .with("name", "First")
                    .with("optionNames", list("Size"))
                    .with(
                        "variants",
                        list(body().with("itemId", white).with("options", list("Large")))))
            .ok()
            .at("/id");
    listed("");
    long few = statements.during(() -> listed(""));
    long one = statements.during(() -> manager.get(PATH + "/" + first).ok());
    for (int i = 0; i < 25; i++) {
      var item = shop.item("Cup " + i, 100 + i);
      shop.api()
          .post(
              "/orders/products",
              body()
                  .with("name", "Cup " + i)
                  .with("optionNames", list("Size"))
                  .with(
                      "variants", list(body().with("itemId", item).with("options", list("Large")))))
          .ok();
    }
    shop.api()
        .put(
            "/orders/products/" + first,
            body()
                .with("name", "First")
                .with("optionNames", list("Size"))
                .with(
                    "variants",
                    list(
                        body().with("itemId", white).with("options", list("Large")),
                        body()
                            .with("itemId", shop.item("Mug S", 1))
                            .with("options", list("Small")))))
        .ok();

    assertThat(statements.during(() -> listed(""))).isEqualTo(few).isLessThanOrEqualTo(10);
    assertThat(statements.during(() -> manager.get(PATH + "/" + first).ok()))
        .isEqualTo(one)
        .isLessThanOrEqualTo(12);
    assertThat(listed("")).contains("26 products", "Page 1 of 2", "products?page=2");
    assertThat(listed("?page=2")).contains("First").doesNotContain("rel=\"next\"");
    var prices = PATH + "/prices/" + white;
    assertThat(statements.during(() -> manager.get(prices).ok())).isLessThanOrEqualTo(16);
  }
}

package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;

import java.util.HashMap;
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

/** The stock of a shop, counted and looked at by its staff. */
@CartwrightTest
class StockPagesTests {

  private static final String PATH = "/console/catalog/stock";
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;

  private Shop shop;
  private String shirt;
  private DeskBrowser manager;

  @BeforeEach
  void aShopWithShirts() {
    shop = Shop.open(clinics);
    DeskBrowser.member(clinics, shop.clinic(), "Ana", DeskRole.MANAGER);
    shirt = shop.item("Cotton <shirt>", 59000);
    manager = new DeskBrowser(clinics).signIn(clinics, shop.clinic(), "Ana");
  }

  private String seen(String item) {
    var found = SEEN.matcher(manager.get(PATH + "/" + item).ok().text());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private Answer say(String policy) {
    return manager.post(
        "%s/%s/policy".formatted(PATH, shirt), Map.of("seen", seen(shirt), "policy", policy));
  }

  private Answer move(String seen, String kind, String quantity, String reason) {
    var fields = new HashMap<String, String>();
    fields.put("seen", seen);
    fields.put("kind", kind);
    fields.put("quantity", quantity);
    fields.put("reason", reason);
    return manager.post("%s/%s/movements".formatted(PATH, shirt), fields);
  }

  private String onHand() {
    var stock = shop.api().get("/orders/stock/" + shirt).ok();
    return "%s %s".formatted(stock.at("/policy"), stock.json().get("onHand"));
  }

  private String list(String query) {
    return manager.get(PATH + query).ok().text();
  }

  @Test
  void anItemIsCountedFromTheFirstDeliveryOn() {
    assertThat(list(""))
        .contains("Nothing is counted yet", "0 items", "catalog/stock\" aria-current=\"page\"");
    assertThat(list("?q=shirt"))
        .contains("not counted yet", "Cotton &lt;shirt&gt;", PATH + "/" + shirt);
    assertThat(manager.get(PATH + "/" + shirt).ok().text())
        .contains("it is always there to be sold")
        .doesNotContain("Write something down");

    assertThat(say("DENY").status()).isEqualTo(303);
    assertThat(move(seen(shirt), "RECEIVED", "40", "Delivery <1>").status()).isEqualTo(303);
    assertThat(move(seen(shirt), "CORRECTED", "12.5", "").status()).isEqualTo(303);

    assertThat(onHand()).isEqualTo("DENY 12.5");
    assertThat(manager.get(PATH + "/" + shirt).ok().text())
        .contains(">+40<", "Delivery &lt;1&gt;", ">-27.5<", "Came in", "Corrected", ">12.5<")
        .contains("by Ana Ortiz")
        .doesNotContain("by a program");
    shop.api()
        .post(
            "/orders/stock/%s/movements".formatted(shirt),
            body().with("kind", "CORRECTED").with("quantity", 1))
        .ok();
    assertThat(manager.get(PATH + "/" + shirt).ok().text()).contains("by a program");
    move(seen(shirt), "CORRECTED", "12.5", "");
    assertThat(list("?q=shirt")).contains("1 item", ">12.5<").doesNotContain("not counted yet");
    assertThat(list("?below=13&order=least")).contains("1 item", "Cotton &lt;shirt&gt;");
    assertThat(list("?below=12")).contains("0 items", "No item found");
    assertThat(list("?policy=ALLOW")).contains("0 items");
    assertThat(list("?below=x&policy=x&order=x&page=x")).contains("1 item");
  }

  @Test
  void whatIsNoMovementIsNotTakenAndKept() {
    say("DENY");
    var seen = seen(shirt);

    assertThat(move(seen, "RECEIVED", "many", "Found").text())
        .contains("a number above 0", "value=\"many\"", "value=\"Found\"");
    assertThat(move(seen, "RECEIVED", "0", "").status()).isEqualTo(422);
    assertThat(move(seen, "RECEIVED", "2000000", "").status()).isEqualTo(422);
    assertThat(move(seen, "RECEIVED", "2", "x".repeat(1001)).text()).contains("is too long");
    assertThat(move(seen, "LOST", "2", "").text()).contains("Choose what happened");
    assertThat(move(seen, "CORRECTED", "0", "").text()).contains("how many there are already");
    var sold = move(seen, "SOLD", "1", "");
    assertThat(sold.status()).isEqualTo(409);
    assertThat(sold.text())
        .contains("That was not done", "lang=\"en\">Less of this item is available");
    manager.speaking("es");
    assertThat(move(seen, "SOLD", "1", "").text())
        .contains("Eso no se hizo", "<p>De este artículo hay menos disponible; corrija")
        .doesNotContain("Less of this item");
    manager.speaking("en");
    assertThat(say("SOME").status()).isEqualTo(422);
    assertThat(onHand()).isEqualTo("DENY 0");
  }

  @Test
  void whatMovedMeanwhileIsLookedAtAgainAndNothingIsWrittenTwice() {
    say("DENY");
    var seen = seen(shirt);
    assertThat(move(seen, "RECEIVED", "5", "").status()).isEqualTo(303);

    var again = move(seen, "RECEIVED", "5", "");

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text()).contains("changed meanwhile", "value=\"5\"");
    assertThat(onHand()).isEqualTo("DENY 5");
    var stale =
        manager.post(
            "%s/%s/policy".formatted(PATH, shirt), Map.of("seen", seen, "policy", "ALLOW"));
    assertThat(stale.status()).isEqualTo(409);
    assertThat(onHand()).isEqualTo("DENY 5");
  }

  @Test
  void theFrontDeskLooksAndAnotherShopsStockIsNotThere() {
    say("DENY");
    var seen = seen(shirt);
    DeskBrowser.member(clinics, shop.clinic(), "Ben", DeskRole.FRONT_DESK);
    manager = new DeskBrowser(clinics).signIn(clinics, shop.clinic(), "Ben");

    assertThat(manager.get(PATH + "/" + shirt).ok().text())
        .contains("As long as it lasts", "Nothing has moved yet")
        .doesNotContain("name=\"policy\"", "name=\"quantity\"");
    assertThat(move(seen, "RECEIVED", "5", "").status()).isEqualTo(403);
    var policy =
        manager.post(
            "%s/%s/policy".formatted(PATH, shirt), Map.of("seen", seen, "policy", "ALLOW"));
    assertThat(policy.status()).isEqualTo(403);
    assertThat(policy.text()).contains("kept by managers and owners");
    assertThat(onHand()).isEqualTo("DENY 0");

    var other = clinics.open();
    DeskBrowser.member(clinics, other, "Ana", DeskRole.OWNER);
    manager = new DeskBrowser(clinics).signIn(clinics, other, "Ana");
    assertThat(manager.get(PATH + "/" + shirt).status()).isEqualTo(404);
    assertThat(manager.get(PATH + "/item_none").status()).isEqualTo(404);
    assertThat(move(seen, "RECEIVED", "5", "").status()).isEqualTo(404);
    assertThat(list("?q=shirt")).doesNotContain("Cotton", ">Stock</a>");
    assertThat(onHand()).isEqualTo("DENY 0");
  }

  @Test
  void howMuchThereIsTakesNoMoreStatements() {
    say("ALLOW");
    list("");
    long few = statements.during(() -> list(""));
    var page = PATH + "/" + shirt;
    long still = statements.during(() -> manager.get(page).ok());
    for (int i = 0; i < 26; i++) {
      shop.api()
          .post(
              "/orders/stock/" + shirt + "/movements",
              body().with("kind", "SOLD").with("quantity", 1).with("reference", "order_" + i))
          .ok();
      shop.api()
          .put("/orders/stock/" + shop.item("Mug " + i, 100), body().with("policy", "DENY"))
          .ok();
    }

    assertThat(statements.during(() -> list(""))).isEqualTo(few).isLessThanOrEqualTo(10);
    assertThat(statements.during(() -> manager.get(page).ok()))
        .isEqualTo(still)
        .isLessThanOrEqualTo(11);
    assertThat(list("")).contains("27 items", "Page 1 of 2", "stock?page=2");
    assertThat(manager.get(page).ok().text())
        .contains("Page 1 of 2", "/console/orders/order_25")
        .doesNotContain("/console/orders/order_0\"");
    assertThat(manager.get(page + "?page=2").ok().text())
        .contains("/console/orders/order_0\"")
        .doesNotContain("rel=\"next\"");
  }
}

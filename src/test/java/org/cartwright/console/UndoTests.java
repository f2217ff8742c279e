package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.cartwright.orders.Shop;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was done to a cart last is taken back. */
@CartwrightTest
class UndoTests {

  private static final Pattern SEEN = Pattern.compile("name=\"seen-now\" value=\"([^\"]+)\"");
  private static final Pattern FORM =
      Pattern.compile("<form class=\"undo\"[^>]*action=\"([^\"]+)\"(.*?)</form>", Pattern.DOTALL);
  private static final Pattern FIELD = Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]*)\"");

  @Autowired private Clinics clinics;

  private Clinic clinic;
  private String ana;
  private DeskBrowser desk;
  private String cart;
  private String line;
  private String area = "/console/carts/";

  @BeforeEach
  void aCartWithTwoLines() {
    clinic = clinics.open();
    ana = DeskBrowser.member(clinics, clinic, "Ana", DeskRole.MANAGER);
    desk = new DeskBrowser(clinics).lively().signIn(clinics, clinic, "Ana");
    var filler = clinic.item("Filler", 10000);
    var made = clinic.cart(clinic.patient(), line(filler).quantity(2), line(filler));
    cart = made.at("/id");
    line = made.at("/items/0/id");
    seen(desk.get(path()).ok());
  }

  private String path() {
    return area + cart;
  }

  private String seen = "";

  private Answer seen(Answer page) {
    var found = SEEN.matcher(page.text());
    if (found.find()) {
      seen = found.group(1);
    }
    return page;
  }

  private Answer send(String path, Map<String, String> fields) {
    var all = new HashMap<>(fields);
    all.put("seen", seen);
    return seen(desk.post(path, all));
  }

  /** Presses the button that an answer offers. */
  private Answer undo(Answer page) {
    var form = FORM.matcher(page.text());
    assertThat(form.find()).as(page.text()).isTrue();
    var fields = new HashMap<String, String>();
    FIELD.matcher(form.group(2)).results().forEach(it -> fields.put(it.group(1), it.group(2)));
    return send(form.group(1), fields);
  }

  private Answer stored() {
    return clinic.api().get("/billing/cart/" + cart).ok();
  }

  @Test
  void aLineThatWasChangedIsAsItWas() {
    var discounted =
        send(path() + "/items/" + line, Map.of("discount", "25%", "price", "80", "notes", "left"));
    assertThat(stored().number("/total")).isEqualTo(22000);

    var undone = undo(discounted).ok();

    assertThat(undone.text()).contains("Filler was changed.");
    assertThat(stored().number("/total")).isEqualTo(30000);
    assertThat(stored().at("/items/0/notes")).isEmpty();
    assertThat(undo(undone).ok().text()).contains("value=\"25%\"");
    assertThat(stored().number("/total")).isEqualTo(22000);
  }

  @Test
  void aLineThatWasTakenOffComesBackWithAllItHad() {
    send(path() + "/items/" + line, Map.of("discount", "25%", "price", "80", "notes", "left"));
    var removed = send(path() + "/items/" + line, Map.of("do", "remove"));
    assertThat(stored().number("/total")).isEqualTo(10000);

    undo(removed).ok();

    assertThat(stored().number("/total")).isEqualTo(22000);
    assertThat(stored().at("/items/1/notes")).isEqualTo("left");
    assertThat(stored().number("/items/1/unitPrice")).isEqualTo(8000);
  }

  @Test
  void aLineThatWasPutOnAndADiscountOnEverythingGoAgain() {
    var serum = clinic.item("Serum", 5000);
    undo(send(path() + "/items", Map.of("goods", "item:" + serum))).ok();
    assertThat(stored().number("/total")).isEqualTo(30000);
    assertThat(stored().json().get("items")).hasSize(2);

    undo(send(path(), Map.of("discount", "50%", "notes", "Call first"))).ok();

    assertThat(stored().number("/total")).isEqualTo(30000);
    assertThat(stored().at("/notes")).isEmpty();
  }

  @Test
  void whatARoleMayNotGiveItDoesNotGiveByUndoing() {
    send(path() + "/items/" + line, Map.of("discount", "25%"));
    DeskBrowser.give(clinics, clinic, ana, DeskRole.FRONT_DESK.name());
    var removed = send(path() + "/items/" + line, Map.of("do", "remove"));

    var refused = undo(removed);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("At the front desk a discount is 10% at most");

    assertThat(stored().number("/total")).isEqualTo(10000);
    assertThat(stored().json().get("items")).hasSize(1);
  }

  @Test
  void whatSomebodyElseChangedMeanwhileIsNotUndone() {
    var changed = send(path() + "/items/" + line, Map.of("quantity", "5"));
    clinic.api().put("/billing/cart/%s/items/%s".formatted(cart, line), line().quantity(7)).ok();

    assertThat(undo(changed).status()).isEqualTo(409);

    assertThat(stored().number("/total")).isEqualTo(80000);
  }

  @Test
  void aLineComesBackOnce() {
    var removed = send(path() + "/items/" + line, Map.of("do", "remove"));
    var then = seen;
    undo(removed).ok();
    seen = then;

    assertThat(undo(removed).status()).isEqualTo(409);

    assertThat(stored().json().get("items")).hasSize(2);
    assertThat(stored().number("/total")).isEqualTo(30000);
  }

  @Test
  void aLineDoesNotComeBackAtItsPriceInAnotherCurrency() {
    var shop = Shop.open(clinics);
    clinic = shop.clinic();
    var british = Shop.market(clinic, "UK", "GBP", "GB", true);
    var mug = shop.item("Mug", 1250);
    shop.price(
        mug,
        body().with("marketId", shop.market()).with("price", 1250),
        body().with("marketId", british).with("price", 499));
    DeskBrowser.member(clinics, clinic, "Ana", DeskRole.MANAGER);
    desk = new DeskBrowser(clinics).lively().signIn(clinics, clinic, "Ana");
    var made = shop.draft(body().with("items", list(line(mug), line(mug))));
    area = "/console/drafts/";
    cart = made.at("/id");
    line = made.at("/items/0/id");
    seen(desk.get(path()).ok());
    send(path() + "/items/" + line, Map.of("price", "800")).ok();
    var removed = send(path() + "/items/" + line, Map.of("do", "remove"));
    shop.api().patch("/orders/drafts/" + cart, body().with("marketId", british)).ok();

    assertThat(undo(removed).status()).isEqualTo(409);

    assertThat(draft().json().get("items")).hasSize(1);
    assertThat(draft().number("/total")).isEqualTo(499);
  }

  private Answer draft() {
    return clinic.api().get("/orders/drafts/" + cart).ok();
  }

  @Test
  void aDraftsLastChangeIsTakenBackAndWhatWasLookedUpStaysSo() {
    var shop = Shop.open(clinics);
    clinic = shop.clinic();
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
                            .with("fromQuantity", 10)
                            .with("unitPrice", 1000))))
        .ok();
    ana = DeskBrowser.member(clinics, clinic, "Ana", DeskRole.FRONT_DESK);
    desk = new DeskBrowser(clinics).lively().signIn(clinics, clinic, "Ana");
    var made = shop.draft(body().with("items", list(line(mug).quantity(2))));
    area = "/console/drafts/";
    cart = made.at("/id");
    line = made.at("/items/0/id");
    seen(desk.get(path()).ok());

    var more = send(path() + "/items/" + line, Map.of("quantity", "10", "notes", "blue"));
    assertThat(draft().number("/total")).isEqualTo(10000);
    assertThat(undo(more).ok().text()).contains("Mug was changed.");
    assertThat(draft().number("/total")).isEqualTo(2500);
    assertThat(draft().at("/items/0/priceSource")).isEqualTo(made.at("/items/0/priceSource"));
    assertThat(draft().at("/items/0/notes")).isEmpty();

    send(path() + "/items/" + line, Map.of("discount", "10%", "notes", "blue"));
    var removed = send(path() + "/items/" + line, Map.of("do", "remove"));
    assertThat(draft().json().get("items")).isEmpty();
    assertThat(undo(removed).ok().text()).contains("Mug was put on.");
    assertThat(draft().number("/total")).isEqualTo(2250);
    assertThat(draft().at("/items/0/notes")).isEqualTo("blue");
    assertThat(draft().at("/items/0/priceSource")).isEqualTo(made.at("/items/0/priceSource"));

    undo(send(path(), Map.of("discount", "5%", "notes", "Call first"))).ok();
    assertThat(draft().number("/total")).isEqualTo(2250);
    assertThat(draft().at("/internalNote")).isEmpty();

    DeskBrowser.give(clinics, clinic, ana, DeskRole.MANAGER.name());
    line = draft().at("/items/0/id");
    var priced = send(path() + "/items/" + line, Map.of("price", "9"));
    assertThat(draft().number("/total")).isEqualTo(1620);
    undo(priced).ok();
    assertThat(draft().number("/total")).isEqualTo(2250);
    assertThat(draft().at("/items/0/priceSource")).isEqualTo(made.at("/items/0/priceSource"));
    assertThat(draft().at("/items/0/notes")).isEqualTo("blue");
    line = draft().at("/items/0/id");
    send(path() + "/items/" + line, Map.of("price", "9")).ok();
    undo(send(path() + "/items/" + line, Map.of("price", "8"))).ok();
    assertThat(draft().number("/total")).isEqualTo(1620);
  }
}

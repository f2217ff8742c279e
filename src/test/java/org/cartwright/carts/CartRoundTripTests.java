package org.cartwright.carts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.anItem;
import static org.cartwright.testing.bodies.Bodies.line;

import java.util.ArrayList;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Cases.Seeds;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.oracle.PricingOracle;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/**
 * Clients read a cart, change what they came to change, and send everything back. Whatever they did
 * not change has to stay, also what is only remembered and not served.
 */
@CartwrightTest
class CartRoundTripTests {

  private static final int CARTS = 15;

  @Autowired private Clinics clinics;

  @Seeds(usually = 1, all = 20)
  void sendingBackWhatWasReadChangesNothingAndForgetsNothing(long seed) {
    var clinic = clinics.open();
    var shop = new PaperShop(clinic, seed);
    var orders = new ArrayList<PaperShop.Order>();
    var carts = new ArrayList<Answer>();
    while (carts.size() < CARTS) {
      var order = shop.order();
      if (PricingOracle.price(shop.onPaper(order)).canBeServed()) {
        orders.add(order);
        carts.add(clinic.api().post("/billing/cart", shop.asSent(order)).ok());
      }
    }
    carts.forEach(cart -> assertSendingBackChangesNothing(clinic, cart));
    shop.changeAllPrices();
    carts.replaceAll(
        cart -> {
          var now = ServedCart.read(clinic, cart);
          assertThat(ServedCart.withoutGoods(now)).isEqualTo(ServedCart.withoutGoods(cart));
          return now;
        });
    carts.forEach(cart -> assertSendingBackChangesNothing(clinic, cart));

    // What was remembered shows as soon as something changes: prices of the catalog are looked up,
    // own prices stay, and of a flat discount above its base more or less applies.
    for (int i = 0; i < carts.size(); i++) {
      var wishes = new ArrayList<>(orders.get(i).wishes());
      wishes.replaceAll(wish -> wish.quantity(shop.otherQuantity(wish.quantity())));
      var order =
          new PaperShop.Order(
              orders.get(i).patient(), orders.get(i).location(), wishes, orders.get(i).off());
      var figures = PricingOracle.price(shop.onPaper(order));
      if (!figures.canBeServed()) {
        continue;
      }
      var cart = carts.get(i);
      for (int line = 0; line < wishes.size(); line++) {
        clinic
            .api()
            .put(ServedCart.linePath(cart, line), line().quantity(wishes.get(line).quantity()))
            .ok();
      }
      var changed = ServedCart.read(clinic, cart);
      try {
        shop.assertFigures(changed, figures);
      } catch (AssertionError mismatch) {
        throw new AssertionError(
            "seed %d, cart %d, %s: %s".formatted(seed, i, order, mismatch.getMessage()), mismatch);
      }
      assertThat(ServedCart.each(changed, "/items", "/id"))
          .isEqualTo(ServedCart.each(cart, "/items", "/id"));
      assertSendingBackChangesNothing(clinic, changed);
    }
  }

  private static void assertSendingBackChangesNothing(Clinic clinic, Answer cart) {
    var back = clinic.api().put(ServedCart.path(cart), ServedCart.sentBack(cart).toString()).ok();
    assertThat(back.text()).isEqualTo(cart.text());
    int lines = Math.min(3, cart.json().get("items").size());
    for (int i = 0; i < lines; i++) {
      var line = ServedCart.tree(cart.text()).get("items").get(i).toString();
      assertThat(clinic.api().put(ServedCart.linePath(cart, i), line).ok().text())
          .isEqualTo(cart.text());
    }
    assertThat(ServedCart.read(clinic, cart).text()).isEqualTo(cart.text());
  }

  @Test
  void everythingThatIsServedSurvivesBeingSentBack() {
    var clinic = clinics.open("America/New_York");
    var filler = clinic.item("Filler", 1299);
    var creator = clinic.provider();
    var cart =
        clinic
            .api()
            .post(
                "/billing/cart",
                aCart()
                    .id("whole")
                    .of(clinic.patient())
                    .by(creator)
                    .status("DRAFT")
                    .notes("call \"before\" noon")
                    .expires("2099-05-01")
                    .discountPercentage("0.0000000001")
                    .with(line(filler).quantity("0.0000000001").notes(""), line(filler)))
            .ok();

    assertThat(cart.at("/id")).isEqualTo("whole");
    assertThat(cart.at("/creator/id")).isEqualTo(creator);
    assertThat(cart.at("/notes")).isEqualTo("call \"before\" noon");
    assertThat(cart.at("/expiresDate")).isEqualTo("2099-05-02T03:59:59.999999Z");
    assertThat(cart.at("/items/0/notes")).isEmpty();
    assertThat(cart.json().at("/items/1/notes").isNull()).isTrue();
    assertSendingBackChangesNothing(clinic, cart);
  }

  @Test
  void aFlatDiscountAboveItsBaseGrowsWithIt() {
    var clinic = clinics.open();
    var filler = clinic.item("Filler", 1000);
    var cart =
        clinic
            .api()
            .post(
                "/billing/cart",
                aCart()
                    .of(clinic.patient())
                    .discountAmount(9000)
                    .with(line(filler).discountAmount(2500)))
            .ok();
    assertThat(cart.number("/items/0/discountAmount")).isEqualTo(1000);
    assertThat(cart.number("/discountAmount")).isZero();

    clinic.api().put(ServedCart.path(cart), ServedCart.sentBack(cart).toString()).ok();
    var grown = clinic.api().put(ServedCart.linePath(cart, 0), line().quantity(4)).ok();

    assertThat(grown.number("/items/0/discountAmount")).isEqualTo(2500);
    assertThat(grown.number("/subtotal")).isEqualTo(1500);
    assertThat(grown.number("/discountAmount")).isEqualTo(1500);
    assertThat(grown.number("/total")).isZero();
  }

  @Test
  void aDiscountThatAFullRequestDoesNotMentionIsOver() {
    var clinic = clinics.open();
    var filler = clinic.item("Filler", 1000);
    // On nothing, both flat discounts amount to 0: leaving them out is not the same as sending 0.
    var cart =
        clinic
            .api()
            .post(
                "/billing/cart",
                aCart()
                    .of(clinic.patient())
                    .discountAmount(300)
                    .with(line(filler).unitPrice(0).discountAmount(200)))
            .ok();
    assertThat(cart.number("/discountAmount")).isZero();

    clinic
        .api()
        .put(
            ServedCart.path(cart),
            aCart().of(cart.at("/patient/id")).with(line(filler).unitPrice(0)))
        .ok();
    var grown = clinic.api().put(ServedCart.linePath(cart, 0), line().unitPrice(5000)).ok();

    assertThat(grown.number("/items/0/discountAmount")).isZero();
    assertThat(grown.number("/discountAmount")).isZero();
    assertThat(grown.number("/total")).isEqualTo(5000);
  }

  @Test
  void onlyACatalogPriceFollowsTheCatalogAndOnlyWhenTheQuantityChanges() {
    var clinic = clinics.open();
    var filler = clinic.item("Filler", 1000);
    var cart =
        clinic.cart(
            clinic.patient(),
            line(filler),
            line(filler).unitPrice(1000),
            line(filler).unitPrice(0));
    clinic.api().put("/inventory/items/update/" + filler, anItem().price(1100)).ok();

    assertThat(ServedCart.withoutGoods(ServedCart.read(clinic, cart)))
        .isEqualTo(ServedCart.withoutGoods(cart));
    var noted = clinic.api().put(ServedCart.linePath(cart, 0), line().notes("hi")).ok();
    assertThat(ServedCart.each(noted, "/items", "/unitPrice")).containsExactly("1000", "1000", "0");
    var body = ServedCart.sentBack(noted);
    body.get("items").forEach(l -> ((ObjectNode) l).put("quantity", 2));
    var twice = clinic.api().put(ServedCart.path(cart), body.toString()).ok();
    assertThat(ServedCart.each(twice, "/items", "/unitPrice")).containsExactly("1100", "1000", "0");
    assertThat(twice.number("/subtotal")).isEqualTo(4200);
  }

  @Test
  void aPriceOfNullInAFullRequestIsTheCatalogs() {
    var clinic = clinics.open();
    var filler = clinic.item("Filler", 1000);
    var cart = clinic.cart(clinic.patient(), line(filler).unitPrice(1), line(filler));
    clinic.api().put("/inventory/items/update/" + filler, anItem().price(1100)).ok();

    var body = ServedCart.sentBack(cart);
    body.get("items").forEach(l -> ((ObjectNode) l).putNull("unitPrice"));
    var replaced = clinic.api().put(ServedCart.path(cart), body.toString()).ok();

    assertThat(ServedCart.each(replaced, "/items", "/unitPrice")).containsExactly("1100", "1100");
    var explained = clinic.api().get(ServedCart.path(cart) + "/explanation").ok();
    assertThat(ServedCart.each(explained, "/lines", "/priceSource"))
        .containsExactly("CATALOG", "CATALOG");
  }

  @Test
  void anotherPriceInAPartialRequestIsSomebodysOwn() {
    var clinic = clinics.open();
    var filler = clinic.item("Filler", 1000);
    var cart = clinic.cart(clinic.patient(), line(filler));
    clinic.api().put(ServedCart.linePath(cart, 0), line().with("unit_price", 999)).ok();
    clinic.api().put("/inventory/items/update/" + filler, anItem().price(1100)).ok();

    var twice =
        clinic
            .api()
            .put(ServedCart.linePath(cart, 0), line().quantity(2).with("unitPrice", null))
            .ok();

    assertThat(twice.number("/items/0/unitPrice")).isEqualTo(999);
    assertThat(twice.number("/total")).isEqualTo(1998);
  }

  @Test
  void theKthLineSentForAProductIsItsKthPresentLine() {
    var clinic = clinics.open();
    var filler = clinic.item("Filler", 1000);
    var serum = clinic.item("Serum", 500);
    var fillerLine = line(filler);
    var serumLine = line(serum);
    var cart = clinic.cart(clinic.patient(), fillerLine, serumLine, fillerLine);
    var before = ServedCart.each(cart, "/items", "/id");

    var after =
        clinic
            .api()
            .put(
                ServedCart.path(cart),
                aCart()
                    .of(cart.at("/patient/id"))
                    .with(serumLine, serumLine, fillerLine, fillerLine))
            .ok();

    var ids = ServedCart.each(after, "/items", "/id");
    assertThat(ids.get(0)).isEqualTo(before.get(1));
    assertThat(before).doesNotContain(ids.get(1));
    assertThat(ids.get(2)).isEqualTo(before.get(0));
    assertThat(ids.get(3)).isEqualTo(before.get(2));
    assertThat(ServedCart.each(after, "/items", "/itemId"))
        .containsExactly(serum, serum, filler, filler);
    assertThat(ServedCart.read(clinic, cart).text()).isEqualTo(after.text());
  }

  @Test
  void aTaxThatCameOrWentCountsFromTheNextWriteOn() {
    var clinic = clinics.open();
    var filler = clinic.item("Filler", 1000);
    var cart = clinic.cart(clinic.patient(), line(filler));
    var tax = clinic.tax("Late", "10");
    assertThat(ServedCart.read(clinic, cart).text()).isEqualTo(cart.text());

    var taxed = clinic.api().put(ServedCart.path(cart), ServedCart.sentBack(cart).toString()).ok();
    assertThat(taxed.number("/taxAmount")).isEqualTo(100);
    assertThat(taxed.at("/updatedDate")).isGreaterThan(cart.at("/updatedDate"));
    assertSendingBackChangesNothing(clinic, taxed);

    clinic.api().delete("/admin/taxes/" + tax).ok();
    assertThat(ServedCart.read(clinic, cart).text()).isEqualTo(taxed.text());
    assertThat(
            clinic
                .api()
                .put(ServedCart.linePath(cart, 0), line().notes("x"))
                .ok()
                .number("/taxAmount"))
        .isZero();
  }
}

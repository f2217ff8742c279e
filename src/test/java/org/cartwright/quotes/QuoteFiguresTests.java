package org.cartwright.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.aTax;
import static org.cartwright.testing.bodies.Bodies.anItem;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.util.List;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a quote copies, how its figures change while it is a draft, and that they stay then. */
@CartwrightTest
class QuoteFiguresTests {

  private static final List<String> FIGURES =
      List.of("subtotal", "discountAmount", "discountPercentage", "taxAmount", "total");

  @Autowired private Clinics clinics;

  private QuoteDesk desk;

  @BeforeEach
  void openADesk() {
    desk = QuoteDesk.of(clinics.open());
  }

  /** The worked example: 8.25 % on goods, the consultation exempt, 7.5 % off the cart. */
  private Answer workedExample() {
    var clinic = desk.clinic();
    clinic.tax(aTax("Sales tax").percentage("8.25").scope("PRODUCTS_ONLY"));
    var filler = clinic.item(anItem("Filler").price(1299));
    var serum = clinic.item(anItem("Serum").price(4999));
    var visit = clinic.item(anItem("Consultation").price(3333).type("SERVICE"));
    return desk.api()
        .post(
            "/billing/cart",
            aCart()
                .of(desk.patient())
                .discountPercentage("7.5")
                .with(
                    line(filler).quantity("2.5").discountPercentage(10),
                    line(serum).discountAmount(500),
                    line(visit).quantity(3)))
        .ok();
  }

  static void assertAddsUp(JsonNode quote) {
    long subtotal = 0;
    long tax = 0;
    for (var line : quote.get("items")) {
      assertThat(line.get("quoteId")).isEqualTo(quote.get("id"));
      assertThat(line.get("totalPrice").longValue()).isNotNegative();
      subtotal += line.get("totalPrice").longValue();
      tax += line.get("taxAmount").longValue();
    }
    assertThat(quote.get("subtotal").longValue()).as("%s", quote).isEqualTo(subtotal);
    assertThat(quote.get("taxAmount").longValue()).as("%s", quote).isEqualTo(tax);
    assertThat(quote.get("total").longValue())
        .as("%s", quote)
        .isEqualTo(subtotal - quote.get("discountAmount").longValue() + tax);
  }

  @Test
  void aQuoteHasTheFiguresOfItsCart() {
    var cart = workedExample();
    var quote = desk.quote(cart);

    assertThat(quote.number("/total")).isEqualTo(16_680);
    for (var figure : FIGURES) {
      assertThat(quote.json().get(figure)).as(figure).isEqualTo(cart.json().get(figure));
    }
    assertThat(quote.number("/itemCount")).isEqualTo(3);
    assertThat(quote.number("/packageCount")).isZero();
    for (int i = 0; i < 3; i++) {
      var line = (ObjectNode) quote.json().at("/items/" + i);
      var original = (ObjectNode) cart.json().at("/items/" + i);
      line.remove(List.of("quoteId", "description", "createdDate", "updatedDate"));
      original.remove(List.of("id", "cartId", "notes", "createdDate", "updatedDate"));
      assertThat(line).isEqualTo(original);
    }
    assertAddsUp(quote.json());
  }

  @Test
  void aQuoteIsACopyWhichNothingDoneToTheCartOrTheCatalogMoves() {
    var cart = workedExample();
    var quote = desk.quote(cart);
    var line = "/billing/cart/%s/items/%s".formatted(cart.at("/id"), cart.at("/items/0/id"));
    desk.api().put(line, line().quantity(9).unitPrice(1)).ok();
    desk.clinic().tax("Another tax", "5");
    assertThat(desk.read(quote).text()).isEqualTo(quote.text());
    desk.api().delete(line).ok();
    assertThat(desk.read(quote).text()).isEqualTo(quote.text());
  }

  @Test
  void aDraftIsPricedAnewByEveryChangeAndTheCartStaysAsItIs() {
    var cart = workedExample();
    var quote = desk.quote(cart);
    var path = QuoteDesk.path(quote);
    var serum = cart.at("/items/1/itemId");

    var changed = desk.api().put(path + "/items/" + serum, line().quantity(2)).ok();
    assertAddsUp(changed.json());
    assertThat(changed.number("/items/1/totalPrice")).isEqualTo(2 * 4999 - 500);
    assertThat(changed.number("/subtotal")).isEqualTo(2923 + 9498 + 9999);

    var added =
        desk.api()
            .post(path + "/items/add", line(serum).unitPrice(0).with("description", "On the house"))
            .ok();
    assertAddsUp(added.json());
    assertThat(added.number("/items/3/unitPrice")).isZero();
    assertThat(added.at("/items/3/description")).isEqualTo("On the house");

    var discounted = desk.api().put(path, body().with("discountAmount", 100)).ok();
    assertAddsUp(discounted.json());
    assertThat(discounted.number("/discountAmount")).isEqualTo(100);
    assertThat(discounted.number("/discountPercentage")).isZero();

    var removed = desk.api().delete(path + "/items/" + cart.at("/items/0/id")).ok();
    assertAddsUp(removed.json());
    assertThat(removed.number("/itemCount")).isEqualTo(3);
    var unquoted = (ObjectNode) desk.cartOf(quote).json();
    var before = (ObjectNode) cart.json();
    unquoted.remove(List.of("quotes", "updatedDate"));
    before.remove(List.of("quotes", "updatedDate"));
    assertThat(unquoted).isEqualTo(before);
  }

  @Test
  void aLineIsNamedByTheCartsLineOrByWhatItSellsIfNoOtherDoes() {
    var item = desk.clinic().item("Serum", 100);
    var other = desk.clinic().item("Filler", 200);
    var cart = desk.clinic().cart(desk.patient(), line(item), line(item), line(other));
    var quote = desk.quote(cart);
    var lines = QuoteDesk.path(quote) + "/items/";
    var body = line().quantity(2);

    assertThat(desk.api().put(lines + item, body).refused(409).at("/detail"))
        .isEqualTo(
            "Several lines of the quote sell this; name the line by its own id, which the quote's lines tell.");
    assertThat(desk.api().delete(lines + item).refused(409).at("/detail")).contains("Several");
    assertThat(desk.read(quote).text()).isEqualTo(quote.text());
    assertThat(desk.api().put(lines + "none", body).refused(404).text())
        .isEqualTo("{\"detail\":\"Quote item not found\"}");

    desk.api().put(lines + other, body).ok();
    desk.api().put(lines + cart.at("/items/1/id"), line().quantity(3)).ok();
    var changed = desk.read(quote);
    assertThat(changed.number("/items/0/quantity")).isEqualTo(1);
    assertThat(changed.number("/items/1/quantity")).isEqualTo(3);
    assertThat(changed.number("/items/2/quantity")).isEqualTo(2);
    desk.api().delete(lines + cart.at("/items/0/id")).ok();
    desk.api().delete(lines + item).ok();
    assertThat(desk.read(quote).json().get("items").size()).isEqualTo(1);
  }

  @Test
  void aLineThatWasAddedIsNamedByTheIdThatTheLinesTell() {
    var quote = desk.quote(500);
    var path = QuoteDesk.path(quote);
    var item = quote.at("/items/0/itemId");
    desk.api().post(path + "/items/add", line(item).quantity(2)).ok();

    var lines = desk.api().get(path + "/lines").ok();
    assertThat(lines.at("/0/id")).isEqualTo(desk.cartOf(quote).at("/items/0/id"));
    assertThat(lines.number("/1/totalPrice")).isEqualTo(1000);
    desk.api().put(path + "/items/" + lines.at("/1/id"), line().quantity(3)).ok();
    assertThat(desk.read(quote).number("/items/1/quantity")).isEqualTo(3);
    desk.api().delete(path + "/items/" + lines.at("/1/id")).ok();
    assertThat(desk.read(quote).number("/itemCount")).isEqualTo(1);
  }

  @Test
  void sendingBackWhatWasReadChangesNothingInAnyStatus() {
    var quote = desk.quote(workedExample(), aQuote().terms("T").with("internalNotes", "N")).ok();
    desk.api().put(QuoteDesk.path(quote), body().with("discountAmount", 999999999)).ok();
    assertSentBackChangesNothing(quote);
    desk.send(quote);
    assertSentBackChangesNothing(quote);
    desk.show(quote).ok();
    assertSentBackChangesNothing(quote);
    desk.answer(quote, "accept").ok();
    assertSentBackChangesNothing(quote);
    desk.convert(quote).ok();
    assertSentBackChangesNothing(quote);
  }

  private void assertSentBackChangesNothing(Answer quote) {
    var served = desk.read(quote);
    assertThat(desk.api().put(QuoteDesk.path(quote), served.text()).ok().text())
        .isEqualTo(served.text());
    assertThat(desk.read(quote).text()).isEqualTo(served.text());
    if (served.at("/status").equals("DRAFT")) {
      var line = served.json().at("/items/0").toString();
      assertThat(
              desk.api()
                  .put(QuoteDesk.path(quote) + "/items/" + served.at("/items/0/itemId"), line)
                  .ok()
                  .text())
          .isEqualTo(served.text());
    }
  }

  @Test
  void aRevisionHasTheSamePricesOrTodays() {
    var item = desk.clinic().item("Serum", 1000);
    var cart = desk.clinic().cart(desk.patient(), line(item), line(item).unitPrice(700));
    var quote = desk.send(desk.quote(cart));
    desk.api().put("/inventory/items/update/" + item, anItem().price(1500)).ok();
    desk.clinic().tax("Sales tax", "10");

    var same = desk.revise(quote, "SAME").ok();
    assertThat(same.number("/total")).isEqualTo(1700);
    var today = desk.revise(quote, "TODAY").ok();
    assertThat(today.number("/items/0/unitPrice")).isEqualTo(1500);
    assertThat(today.number("/items/1/unitPrice")).isEqualTo(700);
    assertThat(today.number("/taxAmount")).isEqualTo(150 + 70);
    assertAddsUp(today.json());
    for (var revision : List.of(same, today)) {
      desk.api()
          .put(
              QuoteDesk.path(revision) + "/items/" + cart.at("/items/1/id"),
              body().with("description", "Kept its id"))
          .ok();
    }
  }
}

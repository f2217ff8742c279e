package org.cartwright.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
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

/** An accepted quote becomes one charge, with what the patient saw. */
@CartwrightTest
class QuoteConversionTests {

  @Autowired private Clinics clinics;

  private QuoteDesk desk;

  @BeforeEach
  void openADesk() {
    desk = QuoteDesk.of(clinics.open());
  }

  /** 2.5 of one thing with 10 % off, two of another, 7.5 % off all, 8.25 % tax. */
  private Answer accepted() {
    desk.clinic().tax("Sales tax", "8.25");
    var filler = desk.clinic().item("Filler", 1299);
    var serum = desk.clinic().item("Serum", 4999);
    var cart =
        desk.api()
            .post(
                "/billing/cart",
                aCart()
                    .of(desk.patient())
                    .discountPercentage("7.5")
                    .with(
                        line(filler).quantity("2.5").discountPercentage(10),
                        line(serum).quantity(2)))
            .ok();
    var quote = desk.send(desk.quote(cart));
    return desk.answer(quote, "accept").ok();
  }

  private void assertCharged(Answer charge, Answer quote) {
    assertThat(charge.number("/total")).isEqualTo(quote.number("/total"));
    assertThat(charge.at("/patientId")).isEqualTo(quote.at("/patientId"));
    assertThat(charge.at("/creatorId")).isEqualTo(quote.at("/creatorId"));
    var detail = desk.api().get("/billing/charge/get/" + charge.at("/id")).ok();
    // 2923 and 9998 net; 969 off, shared 219 and 750; tax on 2704 and 9248
    assertThat(detail.at("/items/0/name")).isEqualTo("2.5 × Filler");
    assertThat(detail.number("/items/0/quantity")).isEqualTo(1);
    assertThat(detail.number("/items/0/price")).isEqualTo(3248);
    assertThat(detail.number("/items/0/discountAmount")).isEqualTo(325 + 219);
    assertThat(detail.number("/items/1/quantity")).isEqualTo(2);
    assertThat(detail.number("/items/1/price")).isEqualTo(4999);
    assertThat(detail.number("/items/1/discountAmount")).isEqualTo(750);
    assertThat(charge.number("/total")).isEqualTo(2704 + 223 + 9248 + 763);
  }

  @Test
  void theChargeHasTheQuotesFiguresWhateverBecameOfCatalogAndTaxes() {
    var quote = accepted();
    for (var line : List.of("/items/0/itemId", "/items/1/itemId")) {
      desk.api().put("/inventory/items/update/" + quote.at(line), anItem("Other").price(1)).ok();
      desk.api().delete("/inventory/items/delete/" + quote.at(line)).ok();
    }
    desk.clinic().tax("Another tax", "50");
    var tax = desk.api().get("/admin/taxes").ok().at("/0/id");
    desk.api().delete("/admin/taxes/" + tax).ok();

    assertCharged(desk.convert(quote).ok(), quote);
  }

  @Test
  void convertingTheCartConvertsItsAcceptedQuote() {
    var quote = accepted();
    var cart = quote.at("/cartId");
    var charge =
        desk.api()
            .post(
                "/billing/cart/" + cart + "/convert-to-charge",
                body().with("cartId", cart).with("description", "Visit").with("externalId", "x-1"))
            .ok();

    assertCharged(charge, quote);
    assertThat(charge.at("/description")).isEqualTo("Visit");
    assertThat(charge.at("/externalId")).isEqualTo("x-1");
    assertThat(desk.read(quote).at("/status")).isEqualTo("CONVERTED");
    assertThat(desk.read(quote).at("/convertedChargeId")).isEqualTo(charge.at("/id"));
    assertThat(desk.cartOf(quote).at("/convertedChargeId")).isEqualTo(charge.at("/id"));
  }

  @Test
  void aSecondConversionNamesTheChargeAndThereIsNoSecondOne() {
    var quote = accepted();
    var charge = desk.convert(quote).ok().at("/id");

    assertThat(desk.convert(quote).refused(409).at("/detail"))
        .isEqualTo("The quote was converted already; its charge is " + charge + ".");
    var cart = quote.at("/cartId");
    assertThat(
            desk.api()
                .post("/billing/cart/" + cart + "/convert-to-charge", body().with("cartId", cart))
                .refused(409)
                .at("/detail"))
        .isEqualTo("The cart was converted already; its charge is " + charge + ".");
  }

  @Test
  void theSameRequestWithTheSameKeyGetsTheFirstAnswer() {
    var quote = accepted();
    var keyed = desk.withKey("convert-" + quote.at("/id"));
    var first = keyed.convert(quote, body().with("description", "Once")).ok();
    assertThat(keyed.convert(quote, body().with("description", "Once")).ok().text())
        .isEqualTo(first.text());
    assertThat(keyed.convert(quote, body().with("description", "Other")).status()).isEqualTo(422);
    desk.withKey("other-" + quote.at("/id")).convert(quote).refused(409);
  }

  @Test
  void theChargeSaysWhatTheRequestSays() {
    var quote = accepted();
    var charge =
        desk.convert(
                quote,
                body()
                    .with("description", "Plan")
                    .with("external_id", "ext-9")
                    .with("locationId", "loc")
                    .with("eventId", "evt"))
            .ok();
    assertThat(charge.at("/description")).isEqualTo("Plan");
    assertThat(charge.at("/externalId")).isEqualTo("ext-9");
    assertThat(charge.at("/locationId")).isEqualTo("loc");
    assertThat(charge.at("/eventId")).isEqualTo("evt");
  }

  @Test
  void aRefusedConversionMovesNothing() {
    var first = accepted();
    desk.convert(first, body().with("externalId", "taken")).ok();
    var quote = accepted();
    var before = desk.read(quote).text();
    var cart = desk.cartOf(quote).text();
    desk.convert(quote, body().with("externalId", "taken")).refused(409);
    assertThat(desk.read(quote).text()).isEqualTo(before);
    assertThat(desk.cartOf(quote).text()).isEqualTo(cart);
    desk.convert(quote).ok();
  }

  @Test
  void aQuoteOfNothingToPayBecomesAPaidCharge() {
    var quote = desk.send(desk.quote(0));
    desk.answer(quote, "accept").ok();
    var charge = desk.convert(quote).ok();
    assertThat(charge.number("/total")).isZero();
    assertThat(charge.at("/status")).isEqualTo("PAID");
  }
}

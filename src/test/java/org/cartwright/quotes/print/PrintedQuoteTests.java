package org.cartwright.quotes.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.line;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A quote on paper. */
@CartwrightTest
class PrintedQuoteTests {

  @Autowired private Clinics clinics;

  private static String printed(QuoteDesk desk, Answer quote) throws IOException {
    var file = desk.api().file(QuoteDesk.path(quote) + "/quote.pdf");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pdf");
    assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-store");
    try (var pdf = Loader.loadPDF(file.body())) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  @Test
  void aQuoteIsPrintedWithLinesFiguresTermsAndValidity() throws IOException {
    var desk = QuoteDesk.of(clinics.open("America/New_York"));
    desk.clinic().tax("Sales tax", "8.25");
    var cart =
        desk.api()
            .post(
                "/billing/cart",
                aCart()
                    .of(desk.patient())
                    .discountPercentage(10)
                    .with(
                        line(desk.clinic().item("Filler", 1299))
                            .quantity("2.5")
                            .discountAmount(48)))
            .ok();
    var quote =
        desk.quote(
                cart,
                aQuote()
                    .title("A plan")
                    .with("description", "Two visits")
                    .terms("Pay in time.")
                    .validUntil("2099-07-03")
                    .with("internalNotes", "secret"))
            .ok();

    assertThat(printed(desk, quote))
        .contains("A plan", "Jane Doe", "Two visits", "Draft, not sent")
        .contains("July 3, 2099, 11:59 PM")
        .contains("Filler", "2.5", "$12.99", "-$0.48", "$32.00")
        .contains("Subtotal $32.00", "Discount -$3.20", "Tax $2.38", "Total $31.18")
        .contains("Terms", "Pay in time.")
        .doesNotContain("SHA-256", "secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/pdf", "text/html", "*/*"})
  void aQuoteIsAFileOfItsNameWhateverIsAccepted(String accepted) {
    var desk = QuoteDesk.of(clinics.open());
    var quote = desk.quote(500);
    var api = desk.api().with("Accept", accepted);

    var file = api.file(QuoteDesk.path(quote) + "/quote.pdf");

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pdf");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"quote-%s.pdf\"".formatted(quote.at("/id")));
    api.get("/billing/quote/nobody/quote.pdf").refused(404);
    api.without("API-KEY").get(QuoteDesk.path(quote) + "/quote.pdf").refused(401);
  }

  @Test
  void anAcceptedQuoteIsPrintedWithTheHashOfWhatWasAccepted() throws IOException {
    var desk = QuoteDesk.of(clinics.open());
    var quote = desk.send(desk.quote(500));
    desk.answer(quote, "accept").ok();
    var hash = desk.api().get(QuoteDesk.path(quote) + "/acceptance").ok().at("/sha256");

    assertThat(printed(desk, quote))
        .contains("Acceptance", "through the clinic")
        .contains("SHA-256 of what was accepted: " + hash);
  }
}

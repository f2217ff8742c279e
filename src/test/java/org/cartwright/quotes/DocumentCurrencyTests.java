package org.cartwright.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cartwright.charges.PaymentDesk;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What a cart was opened in stays the currency of all that becomes of it, though the clinic is paid
 * in another one by now.
 */
@CartwrightTest
class DocumentCurrencyTests {

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;

  private QuoteDesk desk;

  @BeforeEach
  void openADesk() {
    desk = QuoteDesk.of(clinics.open());
  }

  /** Does something once the clinic, which was paid in dollars, is paid in euros. */
  private void inEuros(Runnable something) {
    TestDatabase.shared()
        .executeAsSuperuser(
            "update tenant set currency = 'EUR' where id = '%s'".formatted(desk.clinic().id()));
    clock.in(Duration.ofMinutes(1), something);
  }

  private PaymentDesk payments(Answer quote) {
    return new PaymentDesk(desk.clinic(), desk.api(), quote.at("/patientId"), desk.provider());
  }

  @Test
  void aQuoteAndItsMoneyAreInTheCurrencyOfItsCart() {
    var cart = desk.cart(500);
    inEuros(
        () -> {
          var quote = desk.send(desk.quote(cart));
          desk.answer(quote, "accept").ok();
          var charge = desk.convert(quote).ok().at("/id");
          var money = payments(quote);
          var payment = money.pay(charge, 500).ok();
          var refund = money.refund(payment.at("/id"), 100).ok().at("/id");

          assertThat(desk.api().get(QuoteDesk.path(quote) + "/acceptance").ok().at("/content"))
              .contains("\"currency\":\"USD\"");
          assertThat(payment.at("/currency")).isEqualTo("USD");
          assertThat(money.read(charge).at("/payments/0/payment/currency")).isEqualTo("USD");
          assertThat(printed(QuoteDesk.path(quote) + "/quote.pdf")).contains("$5.00");
          assertThat(printed("/billing/payment/%s/receipt.pdf".formatted(payment.at("/id"))))
              .contains("$5.00");
          assertThat(kept("cart", cart.at("/id"))).isEqualTo("USD");
          assertThat(kept("quote", quote.at("/id"))).isEqualTo("USD");
          assertThat(kept("charge", charge)).isEqualTo("USD");
          assertThat(kept("payment", payment.at("/id"))).isEqualTo("USD");
          assertThat(kept("refund", refund)).isEqualTo("USD");
        });
  }

  @Test
  void whatIsOpenedAfterwardsIsInTheNewOne() {
    inEuros(
        () -> {
          var quote = desk.quote(500);
          var money = payments(quote);

          assertThat(kept("cart", quote.at("/cartId"))).isEqualTo("EUR");
          assertThat(kept("quote", quote.at("/id"))).isEqualTo("EUR");
          assertThat(money.pay(money.charge(100), 100).ok().at("/currency")).isEqualTo("EUR");
        });
  }

  @Test
  void aCopyOfACartIsInTheCurrencyOfItsOriginal() {
    var cart = desk.cart(500).at("/id");
    var declined = desk.send(desk.quote(500));
    desk.answer(declined, "decline").ok();
    inEuros(
        () -> {
          var copy = desk.api().post("/billing/cart/%s/duplicate".formatted(cart), "").ok();
          var revision = desk.revise(declined, "SAME").ok();

          assertThat(kept("cart", copy.at("/id"))).isEqualTo("USD");
          assertThat(revision.at("/cartId")).isNotEqualTo(declined.at("/cartId"));
          assertThat(kept("cart", revision.at("/cartId"))).isEqualTo("USD");
          assertThat(kept("quote", revision.at("/id"))).isEqualTo("USD");
        });
  }

  private String kept(String table, String id) {
    try (var connection = TestDatabase.shared().superuser();
        var query =
            connection.prepareStatement(
                "select currency from %s where tenant_id = ? and id = ?".formatted(table))) {
      query.setString(1, desk.clinic().id());
      query.setString(2, id);
      try (var found = query.executeQuery()) {
        assertThat(found.next()).isTrue();
        return found.getString(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String printed(String path) {
    try (var pdf = Loader.loadPDF(desk.api().file(path).body())) {
      return new PDFTextStripper().getText(pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

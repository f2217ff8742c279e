package org.cartwright.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cartwright.quotes.AQuote.aQuote;
import static org.cartwright.quotes.AQuote.anEmptyQuote;

import org.cartwright.platform.errors.Missing;
import org.cartwright.quotes.state.QuoteRefusal;
import org.junit.jupiter.api.Test;

/** Which line of a quote a client means. */
class QuoteLineTests {

  @Test
  void aLineIsMeantByItsOwnId() {
    var quote = anEmptyQuote().withLine("Serum").withLine("Serum").draft();
    var second = quote.items().lines().get(1);

    assertThat(quote.line(second.id())).isSameAs(second);
  }

  @Test
  void theOnlyLineOfAnItemIsMeantByTheItem() {
    var quote = anEmptyQuote().withLine("Cream").withLine("Serum").draft();

    assertThat(quote.line("Serum")).isSameAs(quote.items().lines().get(1));
  }

  @Test
  void anItemOnTwoLinesMeansNeither() {
    var quote = anEmptyQuote().withLine("Serum").withLine("Cream").withLine("Serum").draft();

    assertThatExceptionOfType(QuoteRefusal.class)
        .isThrownBy(() -> quote.line("Serum"))
        .withMessage(QuoteRefusal.severalLinesHaveIt().getMessage());
    assertThat(quote.line("Cream")).isSameAs(quote.items().lines().get(1));
  }

  @Test
  void whatIsNotInItIsMissing() {
    var quote = aQuote().draft();

    assertThatExceptionOfType(Missing.class).isThrownBy(() -> quote.line("Cream"));
  }
}

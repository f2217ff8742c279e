package org.cartwright.quotes.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was accepted is spelled in the same bytes for ever, version by version. */
class ContentVersionTests {

  /** As it was kept before contents named their version. */
  private static final String FIRST =
      "{\"currency\":\"USD\",\"description\":null,\"discountAmount\":15,\"lines\":[{\"description\":\"Évora\","
          + "\"discountAmount\":323,\"discountPercentage\":\"10\",\"name\":\"Hand \\\"cream\\\"\",\"quantity\":\"2.5\","
          + "\"taxAmount\":240,\"totalPrice\":2923,\"unitPrice\":1299}],\"quoteId\":\"quote_1\",\"subtotal\":2923,"
          + "\"taxAmount\":240,\"terms\":\"Pay in time.\\nThanks.\",\"title\":\"Quote for Jane Doe\",\"total\":3148,"
          + "\"validUntil\":\"2026-12-31T22:59:59.999999Z\"}";

  private static final String SECOND = FIRST.substring(0, FIRST.length() - 1) + ",\"version\":2}";

  private static QuoteContent content(String currency, long total) {
    return new QuoteContent(
        "quote_1",
        currency,
        "Quote for Jane Doe",
        null,
        "Pay in time.\nThanks.",
        Instant.parse("2026-12-31T22:59:59.999999Z"),
        List.of(
            new QuoteContent.Line(
                "Hand \"cream\"",
                "Évora",
                new BigDecimal("2.5000"),
                1299,
                new BigDecimal("10.0000"),
                323,
                240,
                2923)),
        2923,
        15,
        240,
        total);
  }

  @Test
  void eachVersionWritesWhatItAlwaysWrote() {
    assertThat(ContentVersion.ONE.write(content("USD", 3148))).isEqualTo(FIRST);
    assertThat(ContentVersion.TWO.write(content("USD", 3148))).isEqualTo(SECOND);
  }

  @Test
  void whatIsWrittenTodayNamesItsVersion() {
    assertThat(content("USD", 3148).canonical()).isEqualTo(SECOND);
  }

  @Test
  void whatWasKeptIsComparedInItsOwnVersion() {
    assertThat(ContentVersion.isSaid(FIRST, () -> content("USD", 3148))).isTrue();
    assertThat(ContentVersion.isSaid(SECOND, () -> content("USD", 3148))).isTrue();
  }

  @Test
  void theSameAmountsInAnotherCurrencyAreNotWhatWasKept() {
    assertThat(ContentVersion.isSaid(FIRST, () -> content("EUR", 3148))).isFalse();
    assertThat(ContentVersion.isSaid(SECOND, () -> content("EUR", 3148))).isFalse();
  }

  @Test
  void whatTheQuoteDoesNotSayIsNotSaid() {
    for (var kept :
        List.of(
            FIRST.replace("Évora", "Evora"),
            SECOND.replace("\"version\":2", "\"version\":3"),
            SECOND.replace("\"version\":2", "\"version\":1"),
            FIRST + " ",
            "{}",
            "",
            "nonsense")) {
      assertThat(ContentVersion.isSaid(kept, () -> content("USD", 3148))).as(kept).isFalse();
    }
    assertThat(ContentVersion.isSaid(FIRST, () -> content("USD", 3149))).isFalse();
  }
}

package org.cartwright.quotes.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was accepted is spelled in the same bytes for ever, version by version. */
class ContentVersionTests {

  /** As it was kept before contents named their version. */
  private static final String FIRST = kept(1);

  private static final String SECOND = kept(2);

  /** Of what is sold in a market. */
  private static final String THIRD = kept(3);

  /** What was kept of a quote when this version was the present one; a file that never changes. */
  private static String kept(int version) {
    try (var file =
        ContentVersionTests.class.getResourceAsStream("accepted-%d.json".formatted(version))) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static QuoteContent content(String currency, long total) {
    return content(currency, total, null);
  }

  private static QuoteContent inAMarket(long total, boolean taxesIncluded) {
    return content("USD", total, new QuoteContent.Market(taxesIncluded, "CORP50", 10));
  }

  private static QuoteContent content(
      String currency, long total, QuoteContent.@Nullable Market market) {
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
        total,
        market);
  }

  @Test
  void eachVersionWritesWhatItAlwaysWrote() {
    assertThat(ContentVersion.ONE.write(content("USD", 3148))).isEqualTo(FIRST);
    assertThat(ContentVersion.TWO.write(content("USD", 3148))).isEqualTo(SECOND);
    assertThat(ContentVersion.THREE.write(inAMarket(2908, true))).isEqualTo(THIRD);
  }

  @Test
  void whatIsWrittenTodayNamesItsVersion() {
    assertThat(content("USD", 3148).canonical()).isEqualTo(SECOND);
    assertThat(inAMarket(2908, true).canonical()).isEqualTo(THIRD);
  }

  @Test
  void whatWasKeptInAnyVersionHasItsHashAndIsSaidForEver() {
    assertThat(ContentVersion.values()).hasSize(3);
    for (var kept : List.of(FIRST, SECOND)) {
      assertThat(ContentVersion.isSaid(kept, () -> content("USD", 3148))).isTrue();
    }
    assertThat(ContentVersion.isSaid(THIRD, () -> inAMarket(2908, true))).isTrue();
    assertThat(QuoteContent.sha256(FIRST))
        .isEqualTo("04459ec97c56fd9c16aa772192b453153feeb61a78d50b91059401402978a804");
    assertThat(QuoteContent.sha256(SECOND))
        .isEqualTo("0d94c35cffdf0117a457f895c7aeb5868634b793711bfab3d50a4dd1e4d9711e");
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
    assertThat(ContentVersion.isSaid(THIRD, () -> inAMarket(2908, false))).isFalse();
    assertThat(ContentVersion.isSaid(THIRD, () -> content("USD", 2908))).isFalse();
  }
}

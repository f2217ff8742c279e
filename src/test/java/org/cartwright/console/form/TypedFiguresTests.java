package org.cartwright.console.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.cartwright.platform.format.MoneyFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures in fields: what stands there, and what is meant by what is typed. */
class TypedFiguresTests {

  private static TypedFigures figures(String locale, String currency) {
    return new TypedFigures(Locale.forLanguageTag(locale), Currency.getInstance(currency));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "en-US", "es-ES", "es-MX", "de-CH", "fr-FR", "ja-JP", "bn-BD", "mr-IN", "ne-NP", "ar-EG",
        "ar-KW", "fa-IR", "ur-IN"
      })
  void whatStandsInAFieldIsReadAsWhatItIs(String locale) {
    for (var currency : new String[] {"USD", "BDT", "JPY", "KWD"}) {
      var figures = figures(locale, currency);
      for (long cents : new long[] {0, 5, 123456, 10_000_000_000L}) {
        assertThat(figures.money(figures.shown(cents))).as(currency).hasValue(cents);
      }
      for (var number : new String[] {"2", "0.5", "1234.5", "1000000"}) {
        assertThat(figures.number(figures.shown(new BigDecimal(number))))
            .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
      }
      var tenth = figures.shown(new BigDecimal("12.5"), 0);
      assertThat(figures.discount(tenth))
          .hasValue(new TypedFigures.Discount(new BigDecimal("12.5"), 0));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "en-US", "es-ES", "es-MX", "de-AT", "de-CH", "fr-CH", "fr-FR", "it-CH", "ja-JP", "bn-BD",
        "mr-IN", "ne-NP", "ar-EG", "fa-IR", "ur-IN"
      })
  void moneyIsReadAsThePageWritesIt(String locale) {
    for (var currency : new String[] {"USD", "CHF", "EUR", "BDT", "JPY", "KWD"}) {
      var figures = figures(locale, currency);
      var page = new MoneyFormat(figures.currency(), figures.locale());
      for (long cents : new long[] {0, 5, 1250, 123450, 123456, 1234567}) {
        var written = page.money(cents);
        assertThat(figures.money(written)).as(written).hasValue(cents);
      }
    }
  }

  @Test
  void whereMoneyIsWrittenInAnotherWayThanNumbersBothAreRead() {
    assertThat(figures("fr-CH", "CHF").money("1234.50")).hasValue(123450L);
    assertThat(figures("fr-CH", "CHF").money("1234,50")).hasValue(123450L);
    assertThat(figures("fr-CH", "CHF").discount("12.50").map(TypedFigures.Discount::amount))
        .hasValue(1250L);
    assertThat(figures("de-AT", "EUR").money("1.234,50")).hasValue(123450L);
    assertThat(figures("de-AT", "EUR").money("1 234,50")).hasValue(123450L);
    assertThat(figures("de-AT", "EUR").money("1.5")).isEmpty();
    assertThat(figures("fr-CH", "CHF").number("1.5")).isEmpty();
  }

  @Test
  void digitsOfAnyScriptAreDigits() {
    assertThat(figures("bn-BD", "BDT").money("\u09f3 \u09e7,\u09e8\u09e9\u09ea.\u09eb\u09ec"))
        .hasValue(123456L);
    assertThat(figures("bn-BD", "BDT").money("1,234.56")).hasValue(123456L);
    assertThat(figures("ar-EG", "EGP").money("\u200f\u0661\u0662\u066b\u0665")).hasValue(1250L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1,5", "1e3", "1.2.3", "NaN", "\u00bd", "\u2160"})
  void whatIsNoNumberOrCouldBeTwoIsNone(String typed) {
    assertThat(figures("en-US", "USD").number(typed)).isEmpty();
  }
}

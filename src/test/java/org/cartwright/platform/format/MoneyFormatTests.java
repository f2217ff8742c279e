package org.cartwright.platform.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cartwright.testing.bodies.Bodies.body;

import java.lang.Character.UnicodeScript;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.function.Predicate;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@CartwrightTest
class MoneyFormatTests {

  @Autowired private Clinics clinics;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "USD | en-US | 0                | $0.00",
        "USD | en-US | 5                | $0.05",
        "USD | en-US | -1234            | -$12.34",
        "USD | en-US | 165000           | $1,650.00",
        "USD | en-US | 9007199254740991 | $90,071,992,547,409.91",
        "JPY | en-US | 165000           | ¥165,000",
        "KWD | en-GB | 165000           | KWD\u00a0165.000",
        "CHF | en-US | -5               | -CHF\u00a00.05",
        "CAD | en-US | 5                | CA$0.05",
        "EUR | de-DE | 165000           | 1.650,00\u00a0€",
        "EUR | de-DE | -5               | -0,05\u00a0€",
        "GBP | en-GB | 165050           | £1,650.50"
      })
  void anAmountHasTheDigitsOfItsCurrencyInTheSpellingOfTheLocale(
      String currency, String locale, long smallest, String written) {
    assertThat(figures(currency, locale).money(smallest)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "USD | en-US | 3247.5    | $32.475",
        "USD | en-US | 3200      | $32.00",
        "USD | en-US | -241.1475 | -$2.411475",
        "JPY | en-US | 1234.5    | ¥1,234.5",
        "EUR | de-DE | 223.08    | 2,2308\u00a0€"
      })
  void anAmountBeforeItIsRoundedKeepsAllItsDecimals(
      String currency, String locale, BigDecimal smallest, String written) {
    assertThat(figures(currency, locale).exactly(smallest)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "20.0000, 20",
    "2.5, 2.5",
    "0.0001, 0.0001",
    "1000000, '1,000,000'",
    "12.345678, 12.345678"
  })
  void aNumberKeepsItsDecimalsAndNoZerosBehindThem(BigDecimal number, String written) {
    assertThat(figures("USD", "en-US").number(number)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "bn-BD, BDT, 'BDT\u00a01,234.50', '8.25'",
    "ar-EG, EGP, '\u200f١٬٢٣٤٫٥٠\u00a0ج.م.\u200f', '٨٫٢٥'",
    "de-DE, EUR, '1.234,50\u00a0€', '8,25'"
  })
  void paperHasEnglishFiguresWhereThereIsNoFontForTheLocales(
      String locale, String currency, String amount, String rate) {
    Predicate<String> allButBengali =
        text -> text.codePoints().noneMatch(c -> UnicodeScript.of(c) == UnicodeScript.BENGALI);

    var printed =
        MoneyFormat.printed(
            Currency.getInstance(currency), Locale.forLanguageTag(locale), allButBengali);

    assertThat(printed.money(123_450)).isEqualTo(amount);
    assertThat(printed.number(new BigDecimal("8.25"))).isEqualTo(rate);
    assertThat(printed.locale().getCountry()).isEqualTo(locale.substring(3));
  }

  @Test
  void nobodyPaysInGold() {
    assertThatIllegalArgumentException().isThrownBy(() -> figures("XAU", "en-US"));
  }

  @ParameterizedTest
  @CsvSource({
    "currency, XAU",
    "currency, usd",
    "currency, ''",
    "currency, Dollars",
    "locale, english",
    "locale, ''",
    "locale, en_US",
    "locale, xx-YY"
  })
  void aClinicHasACurrencyAndALocaleThatExist(String field, String wrong) {
    var refused =
        clinics
            .operator()
            .post(
                "/platform/tenants",
                body().with("tenant", "never").with("name", "N").with(field, wrong));

    assertThat(refused.violation()).isEqualTo("[body, %s] value_error".formatted(field));
  }

  @Test
  void aClinicThatSaysNothingWritesDollars() {
    var id = clinics.open().id();
    clinics
        .operator()
        .post("/platform/tenants", body().with("tenant", "plain-" + id).with("name", "N"))
        .ok();

    var tenants = clinics.operator().get("/platform/tenants").ok().json();

    for (var tenant : tenants) {
      if (tenant.get("tenant").asString().equals("plain-" + id)) {
        assertThat(tenant.get("currency").asString()).isEqualTo("USD");
        assertThat(tenant.get("locale").asString()).isEqualTo("en-US");
        return;
      }
    }
    throw new AssertionError("the clinic is not there");
  }

  private static MoneyFormat figures(String currency, String locale) {
    return new MoneyFormat(Currency.getInstance(currency), Locale.forLanguageTag(locale));
  }
}

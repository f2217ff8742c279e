package org.cartwright.platform.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a clinic writes figures for people: amounts in its currency, with the digits that currency
 * has, and everything in the spelling of its locale.
 */
public record MoneyFormat(Currency currency, Locale locale) {

  private static final char NO_BREAK_SPACE = '\u00a0';

  /** Enough for every quantity and percentage there is. */
  private static final int MOST_DECIMALS = 4;

  private static final long EVERY_DIGIT = -1_234_567_890;

  public MoneyFormat {
    if (currency.getDefaultFractionDigits() < 0) {
      throw new IllegalArgumentException(currency + " is nothing one can pay with");
    }
  }

  /**
   * For paper: in English where there is no font for the digits of the locale, or for how it calls
   * the currency.
   *
   * @param hasLetters whether every letter and figure of a text can be printed
   */
  public static MoneyFormat printed(
      Currency currency, Locale locale, Predicate<String> hasLetters) {
    var own = new MoneyFormat(currency, locale);
    return hasLetters.test(own.money(EVERY_DIGIT))
        ? own
        : new MoneyFormat(currency, Locale.of("en", locale.getCountry()));
  }

  /**
   * An amount: 123456 is "$1,234.56" in US dollars and "¥123,456" in yen.
   *
   * @param smallest how many of the currency's smallest unit
   */
  public String money(long smallest) {
    var digits = currency.getDefaultFractionDigits();
    var format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(currency);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    format.setRoundingMode(RoundingMode.UNNECESSARY);
    return spaced(format.format(BigDecimal.valueOf(smallest, digits)));
  }

  /**
   * An amount before it is rounded: 22308.5 is "$223.085" in US dollars.
   *
   * @param smallest how many of the currency's smallest unit, with parts of it
   */
  public String exactly(BigDecimal smallest) {
    var digits = currency.getDefaultFractionDigits();
    var amount = smallest.movePointLeft(digits);
    var format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(currency);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(Math.max(digits, amount.scale()));
    format.setRoundingMode(RoundingMode.UNNECESSARY);
    return spaced(format.format(amount));
  }

  /** "CHF 5.00", but "$5.00": the platform puts no space behind a symbol that is a word. */
  private String spaced(String amount) {
    var symbol = currency.getSymbol(locale);
    var end = amount.indexOf(symbol) + symbol.length();
    var runsIntoTheFigure =
        end < amount.length()
            && Character.isLetter(amount.charAt(end - 1))
            && Character.isDigit(amount.charAt(end));
    return runsIntoTheFigure
        ? amount.substring(0, end) + NO_BREAK_SPACE + amount.substring(end)
        : amount;
  }

  /** A quantity or a percentage, with the decimals it has and no zeros behind them. */
  public String number(BigDecimal number) {
    var format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(Math.max(MOST_DECIMALS, number.scale()));
    format.setRoundingMode(RoundingMode.UNNECESSARY);
    return format.format(number);
  }

  /** The currency of this name (ISO 4217), if one can pay with it. */
  public static Optional<Currency> currency(String code) {
    try {
      return Optional.of(Currency.getInstance(code))
          .filter(currency -> currency.getDefaultFractionDigits() >= 0);
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  /** The locale of this name (BCP 47), if its spelling is known here. */
  public static Optional<Locale> locale(String tag) {
    try {
      var locale = new Locale.Builder().setLanguageTag(tag).build();
      var isKnown =
          !locale.getLanguage().isEmpty()
              && Arrays.asList(NumberFormat.getAvailableLocales())
                  .contains(locale.stripExtensions());
      return isKnown ? Optional.of(locale) : Optional.empty();
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
  }
}

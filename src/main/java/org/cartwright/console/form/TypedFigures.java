package org.cartwright.console.form;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cartwright.tenancy.Tenant;

/**
 * Figures as somebody of a locale types them into a field, and as they stand there. What could be
 * meant in two ways is read in none.
 */
public record TypedFigures(Locale locale, Currency currency) {

  private static final int LONGEST = 40;
  private static final int MOST_DECIMALS = 10;
  private static final String PERCENT = "%";

  /** A discount as it is typed: so much percent, or an amount in cents. */
  public record Discount(BigDecimal percentage, long amount) {

    static final Discount NONE = new Discount(BigDecimal.ZERO, 0);

    public boolean isNone() {
      return percentage.signum() == 0 && amount == 0;
    }
  }

  /** As a clinic types them. */
  public static TypedFigures of(Tenant clinic) {
    return new TypedFigures(clinic.locale(), clinic.currency());
  }

  /** A number that is not negative, in digits of any script. */
  public Optional<BigDecimal> number(String typed) {
    var symbols = DecimalFormatSymbols.getInstance(locale);
    return number(typed, symbols.getDecimalSeparator(), symbols.getGroupingSeparator());
  }

  private static Optional<BigDecimal> number(String typed, char decimal, char grouping) {
    var text = inPlainDigits(typed.replaceAll("[\\s\\u00a0\\u202f\\u061c\\u200e\\u200f]", ""));
    var point = Pattern.quote("" + decimal);
    var group = Pattern.quote("" + grouping);
    var plain = "\\d+(%s\\d+)?".formatted(point);
    var grouped = "\\d{1,3}(%s\\d{3})+(%s\\d+)?".formatted(group, point);
    if (text.length() > LONGEST || !(text.matches(plain) || text.matches(grouped))) {
      return Optional.empty();
    }
    var number = new BigDecimal(text.replaceAll(group, "").replaceAll(point, "."));
    return number.scale() <= MOST_DECIMALS ? Optional.of(number) : Optional.empty();
  }

  private static String inPlainDigits(String text) {
    var plain = new StringBuilder();
    text.codePoints()
        .forEach(
            letter -> {
              if (Character.isDigit(letter)) {
                plain.append(Character.digit(letter, 10));
              } else {
                plain.appendCodePoint(letter);
              }
            });
    return plain.toString();
  }

  /**
   * An amount, in cents: as a number or as the locale writes money, which in Austria and the French
   * part of Switzerland is another thing.
   */
  public Optional<Long> money(String typed) {
    var text = withoutSymbol(typed);
    var symbols = DecimalFormatSymbols.getInstance(locale);
    var meanings =
        Stream.of(
                number(text),
                number(
                    text,
                    symbols.getMonetaryDecimalSeparator(),
                    symbols.getMonetaryGroupingSeparator()))
            .flatMap(Optional::stream)
            .map(BigDecimal::stripTrailingZeros)
            .distinct()
            .toList();
    return Optional.of(meanings)
        .filter(all -> all.size() == 1)
        .map(List::getFirst)
        .filter(amount -> amount.scale() <= currency.getDefaultFractionDigits())
        .map(amount -> amount.movePointRight(currency.getDefaultFractionDigits()))
        .filter(cents -> cents.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0)
        .map(BigDecimal::longValueExact);
  }

  private String withoutSymbol(String typed) {
    return typed.replace(currency.getSymbol(locale), "").replace(currency.getCurrencyCode(), "");
  }

  /** A discount: "10%" or an amount; nothing typed is none. */
  public Optional<Discount> discount(String typed) {
    var text = typed.strip();
    if (text.isEmpty()) {
      return Optional.of(Discount.NONE);
    }
    return text.endsWith(PERCENT)
        ? number(text.substring(0, text.length() - 1)).map(it -> new Discount(it, 0))
        : money(text).map(it -> new Discount(BigDecimal.ZERO, it));
  }

  /** A number as it stands in a field. */
  public String shown(BigDecimal number) {
    var format = NumberFormat.getNumberInstance(locale);
    format.setGroupingUsed(false);
    format.setMaximumFractionDigits(MOST_DECIMALS);
    return format.format(number);
  }

  /** An amount in cents as it stands in a field. */
  public String shown(long cents) {
    var digits = currency.getDefaultFractionDigits();
    var format = NumberFormat.getNumberInstance(locale);
    format.setGroupingUsed(false);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(BigDecimal.valueOf(cents, digits));
  }

  /** A discount as it stands in a field; none is empty. */
  public String shown(BigDecimal percentage, long amount) {
    if (percentage.signum() != 0) {
      return shown(percentage) + PERCENT;
    }
    return amount == 0 ? "" : shown(amount);
  }
}

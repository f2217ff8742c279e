package org.cartwright.console.markets;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cartwright.catalog.markets.MarketCreate;
import org.cartwright.catalog.markets.MarketDetail;
import org.cartwright.catalog.markets.MarketUpdate;
import org.cartwright.console.form.Typed;

/** The form of a market: what stands in its fields, and what is meant by what is typed there. */
final class MarketForm {

  static final String NAME = "name";
  static final String INCLUSIVE = "inclusive";

  private static final String CODE = "code";
  private static final String COUNTRIES = "countries";
  private static final String CURRENCY = "currency";
  private static final String TAXES = "taxes";

  private MarketForm() {}

  static Map<String, String> fields(MarketDetail market) {
    return Map.of(
        NAME,
        market.name(),
        CODE,
        market.code(),
        COUNTRIES,
        String.join(", ", market.countries()),
        CURRENCY,
        market.currency(),
        TAXES,
        market.pricesIncludeTax() ? INCLUSIVE : "exclusive");
  }

  static MarketCreate read(Typed typed) {
    return new MarketCreate(
        null,
        typed.field(CODE, ""),
        typed.field(NAME, ""),
        countries(typed),
        typed.field(CURRENCY, "").toUpperCase(Locale.ROOT),
        typed.field(TAXES, "").equals(INCLUSIVE),
        isDefault(typed));
  }

  /** The same for a market that is there: it is the default from now on, or stays what it is. */
  static MarketUpdate update(MarketCreate wanted) {
    return new MarketUpdate(
        wanted.code(),
        wanted.name(),
        wanted.countries(),
        wanted.currency(),
        wanted.pricesIncludeTax(),
        wanted.isDefault() ? Boolean.TRUE : null);
  }

  private static boolean isDefault(Typed typed) {
    return !typed.field("isDefault", "").isEmpty();
  }

  private static List<String> countries(Typed typed) {
    return Arrays.stream(typed.field(COUNTRIES, "").split("[,;\\s]+", -1))
        .filter(country -> !country.isEmpty())
        .map(country -> country.toUpperCase(Locale.ROOT))
        .distinct()
        .toList();
  }
}

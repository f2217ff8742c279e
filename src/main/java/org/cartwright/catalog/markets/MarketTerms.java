package org.cartwright.catalog.markets;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cartwright.platform.format.MoneyFormat;
import org.cartwright.platform.json.CrossFieldValidated.Complaints;
import org.cartwright.pricing.taxes.TaxMode;
import org.jspecify.annotations.Nullable;

/**
 * On which terms a market sells, for whoever sells there.
 *
 * @param countries ISO 3166 codes of the countries it delivers to, at least one
 * @param currency what all its prices are in
 * @param taxMode whether its prices are without taxes or have them inside
 * @param isDefault whether it is the market to begin with
 * @param isArchived whether nothing new is sold there any more
 */
public record MarketTerms(
    String id,
    String code,
    String name,
    List<String> countries,
    Currency currency,
    TaxMode taxMode,
    boolean isDefault,
    boolean isArchived) {

  static final String CODE = "^[A-Za-z0-9._-]{1,32}$";
  static final int MOST_COUNTRIES = 300;

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  public MarketTerms {
    countries = List.copyOf(countries);
  }

  /** Whether it delivers to a country, by its ISO 3166 code. */
  public boolean deliversTo(String country) {
    return countries.contains(country);
  }

  /** Whether there is a country with this ISO 3166 code (alpha-2, in capitals). */
  public static boolean isCountry(String code) {
    return COUNTRIES.contains(code);
  }

  /** Complains about countries and a currency that do not exist. */
  static void check(
      @Nullable List<String> countries, @Nullable String currency, Complaints complaints) {
    if (countries != null && !countries.stream().allMatch(MarketTerms::isCountry)) {
      complaints.about("countries", "each is an ISO 3166 country code, such as BD");
    }
    if (currency != null && MoneyFormat.currency(currency).isEmpty()) {
      complaints.about("currency", "this is no ISO 4217 currency, such as USD");
    }
  }
}

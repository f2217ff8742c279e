package org.cartwright.catalog.markets;

import java.util.Currency;
import java.util.List;
import org.cartwright.pricing.taxes.TaxMode;

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

  public MarketTerms {
    countries = List.copyOf(countries);
  }

  /** Whether it delivers to a country, by its ISO 3166 code. */
  public boolean deliversTo(String country) {
    return countries.contains(country);
  }
}

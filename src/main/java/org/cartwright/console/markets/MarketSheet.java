package org.cartwright.console.markets;

import java.util.Locale;
import java.util.Map;
import org.cartwright.catalog.markets.MarketDetail;
import org.cartwright.console.form.Countries;
import org.cartwright.console.form.Fingerprint;

/**
 * A market as it is shown.
 *
 * @param countries to which it delivers
 * @param seen what its forms say that was seen
 * @param fields what stands in the fields of its form
 */
record MarketSheet(
    String id,
    String name,
    String code,
    String currency,
    boolean isInclusive,
    boolean isDefault,
    Countries countries,
    String seen,
    Map<String, String> fields) {

  private static final int SOME = 6;

  /**
   * A tax or a service with the form that changes it.
   *
   * @param about what there is to say of it besides its name; empty for nothing
   */
  record Entry(
      String id,
      String name,
      String about,
      boolean isOn,
      String seen,
      Map<String, String> fields) {}

  static MarketSheet of(MarketDetail market, Locale language) {
    return new MarketSheet(
        market.id(),
        market.name(),
        market.code(),
        market.currency(),
        market.pricesIncludeTax(),
        market.isDefault(),
        new Countries(market.countries(), language),
        Fingerprint.of(market),
        MarketForm.fields(market));
  }

  /** The first of its countries; also for the template. */
  public String someCountries() {
    var names = countries.all().stream().limit(SOME).map(Countries.Country::name).toList();
    return String.join(", ", names) + (countries.codes().size() > SOME ? " …" : "");
  }
}

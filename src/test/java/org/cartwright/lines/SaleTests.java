package org.cartwright.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.pricing.taxes.TaxPlace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who buys, and on which terms. */
class SaleTests {

  private static final SaleTerms INCLUSIVE =
      new SaleTerms("uk", TaxMode.INCLUSIVE, "GB", "LND", "E1", false, "CORP50");

  private static Sale of(@Nullable SaleTerms terms) {
    return new Sale(Currency.getInstance("GBP"), "jane", "north", terms);
  }

  private static SaleTerms exempt(TaxMode mode) {
    return new SaleTerms("uk", mode, "GB", "LND", "E1", true, "CORP50");
  }

  @Test
  void withoutAMarketTaxesAreAddedWhereThePatientIsAtHome() {
    assertThat(of(null).marketId()).isNull();
    assertThat(of(null).taxMode()).isEqualTo(TaxMode.EXCLUSIVE);
    assertThat(of(null).place()).isEqualTo(TaxPlace.of("north"));
    assertThat(of(null).isTaxed()).isTrue();
  }

  @Test
  void inAMarketTaxesAreItsOwnWhereTheAddressIs() {
    assertThat(of(INCLUSIVE).marketId()).isEqualTo("uk");
    assertThat(of(INCLUSIVE).taxMode()).isEqualTo(TaxMode.INCLUSIVE);
    assertThat(of(INCLUSIVE).place()).isEqualTo(TaxPlace.at("GB", "LND", "E1"));
    assertThat(of(INCLUSIVE).isTaxed()).isTrue();
    assertThat(of(SaleTerms.in("us", TaxMode.EXCLUSIVE)).taxMode()).isEqualTo(TaxMode.EXCLUSIVE);
  }

  @Test
  void whoIsExemptHasPricesWithoutTaxesInEitherMode() {
    assertThat(of(exempt(TaxMode.INCLUSIVE)).isTaxed()).isFalse();
    assertThat(of(exempt(TaxMode.INCLUSIVE)).taxMode()).isEqualTo(TaxMode.EXCLUSIVE);
    assertThat(exempt(TaxMode.INCLUSIVE).areNetOfTaxes()).isTrue();

    assertThat(of(exempt(TaxMode.EXCLUSIVE)).isTaxed()).isFalse();
    assertThat(of(exempt(TaxMode.EXCLUSIVE)).taxMode()).isEqualTo(TaxMode.EXCLUSIVE);
    assertThat(exempt(TaxMode.EXCLUSIVE).areNetOfTaxes()).isFalse();
    assertThat(INCLUSIVE.areNetOfTaxes()).isFalse();
  }

  @Test
  void toTheSamePatientNothingButTheHomeIsAnother() {
    assertThat(of(INCLUSIVE).to("jane", "south"))
        .isEqualTo(new Sale(Currency.getInstance("GBP"), "jane", "south", INCLUSIVE));
  }

  @Test
  void toSomebodyElseOnlyTheMarketAndTheCouponStay() {
    assertThat(of(exempt(TaxMode.INCLUSIVE)).to("john", "south"))
        .isEqualTo(
            new Sale(
                Currency.getInstance("GBP"),
                "john",
                "south",
                SaleTerms.in("uk", TaxMode.INCLUSIVE).under("CORP50")));
    assertThat(of(null).to("john", null))
        .isEqualTo(new Sale(Currency.getInstance("GBP"), "john", null, null));
  }

  @Test
  void onOtherTermsItIsToTheSame() {
    assertThat(of(INCLUSIVE).on(exempt(TaxMode.EXCLUSIVE)))
        .isEqualTo(of(exempt(TaxMode.EXCLUSIVE)));
  }

  @Test
  void elsewhereInItsMarketNothingButTheAddressIsAnother() {
    assertThat(of(exempt(TaxMode.INCLUSIVE)).at(TaxPlace.at("IE", "D", "D01")))
        .isEqualTo(of(new SaleTerms("uk", TaxMode.INCLUSIVE, "IE", "D", "D01", true, "CORP50")));
    assertThat(of(SaleTerms.in("uk", TaxMode.INCLUSIVE)).at(TaxPlace.UNKNOWN))
        .isEqualTo(of(SaleTerms.in("uk", TaxMode.INCLUSIVE)));
    assertThat(of(null).at(TaxPlace.at("IE", "D", "D01"))).isEqualTo(of(null));
  }
}

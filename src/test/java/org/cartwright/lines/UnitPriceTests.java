package org.cartwright.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.cartwright.pricing.Discount;
import org.cartwright.pricing.PriceSource;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Quantity;
import org.junit.jupiter.api.Test;

/** Which price a line has when a request is applied, and where that is said to come from. */
class UnitPriceTests {

  private static final UnitPrice TODAY = catalog(1000);

  private static UnitPrice catalog(long amount) {
    return UnitPrice.ofCatalog(new Cents(amount));
  }

  private static UnitPrice named(long amount) {
    return UnitPrice.named(new Cents(amount));
  }

  private static UnitPrice tier(long amount, long from) {
    return new UnitPrice(new Cents(amount), PriceSource.TIER, Quantity.of(from));
  }

  @Test
  void aPriceThatWasServedAndComesBackStaysWhatItWas() {
    assertThat(catalog(900).after(new Cents(900), false, TODAY)).isEqualTo(catalog(900));
    assertThat(named(900).after(new Cents(900), false, TODAY)).isEqualTo(named(900));
    assertThat(tier(900, 10).after(new Cents(900), false, TODAY)).isEqualTo(tier(900, 10));
  }

  @Test
  void anotherQuantityAsksTheCatalogAgainUnlessThePriceIsSomebodysOwn() {
    assertThat(catalog(900).after(new Cents(900), true, TODAY)).isEqualTo(TODAY);
    assertThat(tier(900, 10).after(new Cents(900), true, TODAY)).isEqualTo(TODAY);
    assertThat(catalog(1000).after(new Cents(1000), true, tier(900, 10))).isEqualTo(tier(900, 10));
    assertThat(named(900).after(new Cents(900), true, TODAY)).isEqualTo(named(900));
  }

  @Test
  void anyOtherPriceIsSomebodysOwnAndNoneMeansTheCatalogs() {
    assertThat(catalog(900).after(new Cents(1000), false, TODAY)).isEqualTo(named(1000));
    assertThat(named(900).after(new Cents(800), false, TODAY)).isEqualTo(named(800));
    assertThat(named(900).after(null, false, TODAY)).isEqualTo(TODAY);
    assertThat(tier(900, 10).after(null, false, tier(800, 20))).isEqualTo(tier(800, 20));
  }

  @Test
  void whatIsWithdrawnFromSaleKeepsThePriceItHas() {
    assertThat(catalog(900).after(null, false, null)).isEqualTo(catalog(900));
    assertThat(catalog(900).after(new Cents(900), true, null)).isEqualTo(catalog(900));
    assertThat(tier(900, 10).after(null, true, null)).isEqualTo(tier(900, 10));
    assertThat(named(900).after(null, false, null)).isEqualTo(catalog(900));
  }

  @Test
  void atTodaysPriceOnlyThePriceIsAnother() {
    assertThat(terms(catalog(900)).at(TODAY)).isEqualTo(terms(TODAY));
    assertThat(terms(named(900)).at(TODAY)).isEqualTo(terms(named(900)));
    assertThat(terms(catalog(900)).withoutNotes().notes()).isNull();
  }

  @Test
  void theThresholdBelongsToATiersPriceOnly() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UnitPrice(Cents.ZERO, PriceSource.TIER, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UnitPrice(Cents.ZERO, PriceSource.CATALOG, Quantity.ONE));
  }

  private static LineTerms terms(UnitPrice price) {
    return new LineTerms(Quantity.ONE, price, Discount.none(), "call first");
  }
}

package org.cartwright.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Set;
import org.cartwright.catalog.Offer;
import org.cartwright.pricing.Discount;
import org.cartwright.pricing.PriceSource;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Quantity;
import org.cartwright.pricing.taxes.ItemType;
import org.cartwright.pricing.taxes.TaxedItem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which price a line has when a request is applied, and where that is said to come from. */
class LineTermsTests {

  private static final Quantity TWO = new Quantity(BigDecimal.TWO);

  private static LineTerms terms(long price, PriceSource source) {
    return new LineTerms(Quantity.ONE, new Cents(price), source, Discount.none(), "call first");
  }

  private static Offer today(long price, boolean archived) {
    return new Offer(
        "serum",
        "Serum",
        new Cents(price),
        archived,
        new TaxedItem(ItemType.PRODUCT, null, Set.of()));
  }

  private static void assertPrice(
      LineTerms terms,
      @Nullable Long sent,
      Quantity quantity,
      Offer today,
      long price,
      PriceSource source) {
    assertThat(terms.price(sent == null ? null : new Cents(sent), quantity, today))
        .isEqualTo(new LineTerms.Price(new Cents(price), source));
  }

  @Test
  void aPriceThatWasServedAndComesBackStaysWhatItWas() {
    var today = today(1000, false);
    assertPrice(
        terms(900, PriceSource.CATALOG), 900L, Quantity.ONE, today, 900, PriceSource.CATALOG);
    assertPrice(
        terms(900, PriceSource.EXPLICIT), 900L, Quantity.ONE, today, 900, PriceSource.EXPLICIT);
  }

  @Test
  void anotherQuantityAsksTheCatalogAgainUnlessThePriceIsSomebodysOwn() {
    var today = today(1000, false);
    assertPrice(terms(900, PriceSource.CATALOG), 900L, TWO, today, 1000, PriceSource.CATALOG);
    assertPrice(terms(900, PriceSource.EXPLICIT), 900L, TWO, today, 900, PriceSource.EXPLICIT);
  }

  @Test
  void anyOtherPriceIsSomebodysOwnAndNoneMeansTheCatalogs() {
    var today = today(1000, false);
    assertPrice(
        terms(900, PriceSource.CATALOG), 1000L, Quantity.ONE, today, 1000, PriceSource.EXPLICIT);
    assertPrice(
        terms(900, PriceSource.EXPLICIT), null, Quantity.ONE, today, 1000, PriceSource.CATALOG);
  }

  @Test
  void whatIsWithdrawnFromSaleKeepsThePriceItHas() {
    var gone = today(1000, true);
    assertPrice(
        terms(900, PriceSource.CATALOG), null, Quantity.ONE, gone, 900, PriceSource.CATALOG);
    assertPrice(terms(900, PriceSource.CATALOG), 900L, TWO, gone, 900, PriceSource.CATALOG);
  }

  @Test
  void atTodaysPriceOnlyThePriceIsAnother() {
    assertThat(terms(900, PriceSource.CATALOG).at(today(1000, false)))
        .isEqualTo(terms(1000, PriceSource.CATALOG));
    assertThat(terms(900, PriceSource.EXPLICIT).at(today(1000, false)))
        .isEqualTo(terms(900, PriceSource.EXPLICIT));
    assertThat(terms(900, PriceSource.CATALOG).withoutNotes().notes()).isNull();
  }
}

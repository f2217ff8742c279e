package org.cartwright.pricing.taxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.cartwright.pricing.amounts.Quantity;
import org.junit.jupiter.api.Test;

class TaxedPackageTests {

  private static final TaxedItem FILLER = new TaxedItem(ItemType.PRODUCT, null, Set.of());
  private static final TaxedItem VISIT = new TaxedItem(ItemType.SERVICE, null, Set.of());

  private static final TaxRule ON_ALL = tax("on-all", "5", TaxScope.ALL);
  private static final TaxRule ON_GOODS = tax("on-goods", "10", TaxScope.PRODUCTS_ONLY);
  private static final TaxRule ON_SERVICES = tax("on-services", "20", TaxScope.SERVICES_ONLY);

  @Test
  void sharesItsPriceByPriceTimesQuantity() {
    var parts = new TaxedPackage(List.of(part(100, "2", FILLER), part(100, "0.5", VISIT)));

    assertThat(parts.shares(new Cents(1000))).containsExactly(new Cents(800), new Cents(200));
  }

  @Test
  void countsAMissingQuantityAsOne() {
    var parts =
        new TaxedPackage(
            List.of(new PackagePart(new Cents(100), null, FILLER), part(100, "3", VISIT)));

    assertThat(parts.shares(new Cents(1000))).containsExactly(new Cents(250), new Cents(750));
  }

  @Test
  void doesNotRoundWeights() {
    var parts = new TaxedPackage(List.of(part(1, "0.0001", FILLER), part(1, "0.0003", VISIT)));

    assertThat(parts.shares(new Cents(1000))).containsExactly(new Cents(250), new Cents(750));
  }

  @Test
  void weighsPartsBeyondAnyFigureThatCouldBeServed() {
    var most = new PackagePart(new Cents(Cents.MAX_VALUE), new Quantity(Quantity.MAX), FILLER);
    var parts = new TaxedPackage(List.of(most, most, most));

    assertThat(parts.shares(new Cents(100)))
        .containsExactly(new Cents(34), new Cents(33), new Cents(33));
  }

  @Test
  void sharesEquallyIfNoPartWeighsAnything() {
    var parts =
        new TaxedPackage(List.of(part(0, "5", FILLER), part(0, "1", VISIT), part(0, "1", VISIT)));

    assertThat(parts.shares(new Cents(100)))
        .containsExactly(new Cents(34), new Cents(33), new Cents(33));
  }

  @Test
  void sharesNothingWithAPartThatWeighsNothingBesideOthers() {
    var parts = new TaxedPackage(List.of(part(0, "5", FILLER), part(1, "1", VISIT)));

    assertThat(parts.shares(new Cents(100))).containsExactly(Cents.ZERO, new Cents(100));
  }

  @Test
  void taxesEachShareAsThatItem() {
    var parts = new TaxedPackage(List.of(part(300, "1", FILLER), part(100, "1", VISIT)));

    var taxes =
        parts.taxesOn(
            TaxMode.EXCLUSIVE,
            new Cents(1001),
            List.of(ON_ALL, ON_GOODS, ON_SERVICES),
            TaxPlace.UNKNOWN);

    // 1001 is 750.75 and 250.25
    assertThat(taxes)
        .containsExactly(
            TaxedAmount.of(ON_ALL, 0, new Cents(751)),
            TaxedAmount.of(ON_GOODS, 0, new Cents(751)),
            TaxedAmount.of(ON_ALL, 1, new Cents(250)),
            TaxedAmount.of(ON_SERVICES, 1, new Cents(250)));
    assertThat(taxes)
        .extracting(TaxedAmount::amount)
        .containsExactly(new Cents(38), new Cents(75), new Cents(13), new Cents(50));
    assertThat(taxes.get(0).exact()).isEqualByComparingTo("37.55");
  }

  @Test
  void exemptsPartByPart() {
    var exempt = new TaxedItem(ItemType.PRODUCT, null, Set.of("on-goods"));
    var parts = new TaxedPackage(List.of(part(1, "1", exempt), part(1, "1", FILLER)));

    assertThat(
            parts.taxesOn(TaxMode.EXCLUSIVE, new Cents(100), List.of(ON_GOODS), TaxPlace.UNKNOWN))
        .containsExactly(TaxedAmount.of(ON_GOODS, 1, new Cents(50)));
  }

  @Test
  void isTaxedAsAWholeByTaxesOnEverythingIfItIsEmpty() {
    var nothing = new TaxedPackage(List.of());

    assertThat(
            nothing.taxesOn(
                TaxMode.EXCLUSIVE,
                new Cents(100),
                List.of(ON_ALL, ON_GOODS, ON_SERVICES),
                TaxPlace.UNKNOWN))
        .containsExactly(TaxedAmount.of(ON_ALL, null, new Cents(100)));
  }

  @Test
  void hasNoPartsOfNegativePrice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> part(-1, "1", FILLER))
        .withMessage("the price of a package's part is not negative");
  }

  private static PackagePart part(long price, String quantity, TaxedItem item) {
    return new PackagePart(new Cents(price), new Quantity(new BigDecimal(quantity)), item);
  }

  private static TaxRule tax(String id, String rate, TaxScope scope) {
    return new TaxRule(
        id, "Tax", new Percentage(new BigDecimal(rate)), scope, Set.of(), TaxArea.EVERYWHERE);
  }
}

package org.cartwright.charges.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Quantity;
import org.cartwright.pricing.taxes.TaxMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be on a bill, and what cannot. */
class BillTests {

  private static final BilledTax TAX = new BilledTax("tax", "Sales tax", BigDecimal.TEN, 9);

  private static BillItem item(
      @Nullable String itemId,
      @Nullable String packageId,
      int quantity,
      long price,
      long off,
      long tax) {
    return new BillItem(
        "Serum",
        itemId,
        packageId,
        quantity,
        new Cents(price),
        new Cents(off),
        new Cents(tax),
        tax == 0 ? List.of() : List.of(TAX));
  }

  private static BillItem item(int quantity, long price, long off, long tax) {
    return item("serum", null, quantity, price, off, tax);
  }

  private static Bill bill(long total, BillItem... items) {
    return new Bill(
        new BillSource("CART", "cart"),
        "patient",
        null,
        null,
        null,
        null,
        null,
        Currency.getInstance("USD"),
        TaxMode.EXCLUSIVE,
        new Cents(total),
        List.of(items));
  }

  @Test
  void itsItemsAddUpToItsTotal() {
    var serums = item(2, 50, 10, 9);
    assertThat(serums.total(TaxMode.EXCLUSIVE)).isEqualTo(new Cents(99));
    assertThat(bill(399, serums, item(1, 300, 0, 0)).items()).hasSize(2);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> bill(100, serums))
        .withMessage("the items do not add up to the total");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bill(0))
        .withMessage("a bill for nothing");
  }

  @Test
  void whatIsBilledIsOneOfAnItemAndAPackage() {
    assertThat(item(null, "laser-day", 1, 0, 0, 0).packageId()).isEqualTo("laser-day");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> item("serum", "laser-day", 1, 0, 0, 0))
        .withMessage("what is billed is either an item or a package");
    assertThatIllegalArgumentException().isThrownBy(() -> item(null, null, 1, 0, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 0, 0", "-1, 1, 0, 0", "1, -1, 0, 0", "1, 1, -1, 0", "1, 1, 0, -1"})
  void nothingOnItIsNegative(int quantity, long price, long off, long tax) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> item(quantity, price, off, tax))
        .withMessage("nothing on a bill is negative, and nothing is not there");
  }

  @Test
  void aDiscountIsAtMostWhatIsDiscounted() {
    assertThat(item(2, 50, 100, 0).total(TaxMode.EXCLUSIVE)).isEqualTo(Cents.ZERO);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> item(2, 50, 101, 0))
        .withMessage("a discount is at most what is discounted");
  }

  @Test
  void itsTaxesAddUp() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> item(1, 100, 0, 10))
        .withMessage("the taxes do not add up");
  }

  private static BillItem ofLine(String quantity, long gross) {
    return BillItem.ofLine(
        "Filler",
        "filler",
        null,
        new Quantity(new BigDecimal(quantity)),
        new Cents(1299),
        new Cents(gross),
        new Cents(325),
        new Cents(9),
        List.of(TAX));
  }

  @Test
  void aFractionOfSomethingIsOneAtThePriceOfAllOfIt() {
    assertThat(ofLine("2", 2598))
        .isEqualTo(
            new BillItem(
                "Filler",
                "filler",
                null,
                2,
                new Cents(1299),
                new Cents(325),
                new Cents(9),
                List.of(TAX)));
    assertThat(ofLine("2.5", 3248))
        .isEqualTo(
            new BillItem(
                "2.5 × Filler",
                "filler",
                null,
                1,
                new Cents(3248),
                new Cents(325),
                new Cents(9),
                List.of(TAX)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cart", "CART1", "ABCDEFGHIJKLMNOPQ"})
  void aSourceIsOfAKindInCapitals(String kind) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BillSource(kind, "id"))
        .withMessage("not the kind of something that is billed: " + kind);
  }

  @Test
  void taxesComeBackFromTheColumnTheyAreStoredIn() {
    var converter = new BilledTaxesConverter();

    assertThat(converter.convertToDatabaseColumn(List.of(TAX)))
        .isEqualTo(
            """
            [{"taxId":"tax","name":"Sales tax","rate":10,"amount":9}]""");
    assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(List.of(TAX))))
        .containsExactly(TAX);
    assertThat(converter.convertToEntityAttribute("[]")).isEmpty();
  }
}

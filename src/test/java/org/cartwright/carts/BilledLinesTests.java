package org.cartwright.carts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.cartwright.carts.quoting.BilledLines;
import org.cartwright.charges.bill.BillItem;
import org.cartwright.charges.bill.BilledTax;
import org.cartwright.lines.LineItem;
import org.cartwright.lines.LineTerms;
import org.cartwright.lines.Product;
import org.cartwright.lines.UnitPrice;
import org.cartwright.lines.figures.LineFigures;
import org.cartwright.lines.figures.LineTax;
import org.cartwright.pricing.Discount;
import org.cartwright.pricing.LineKind;
import org.cartwright.pricing.PriceSource;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Quantity;
import org.junit.jupiter.api.Test;

/** Lines as they are charged. */
class BilledLinesTests {

  private static LineItem line(Product product, String quantity) {
    return new LineItem(
        "line",
        LineKind.GOODS,
        product,
        "Filler",
        new LineTerms(
            new Quantity(new BigDecimal(quantity)),
            new UnitPrice(new Cents(1000), PriceSource.CATALOG, null),
            Discount.flat(new Cents(100)),
            "call first"),
        new LineFigures(
            new Cents(2500),
            new Cents(100),
            new Cents(2400),
            new Cents(300),
            new Cents(100),
            new Cents(165),
            List.of(new LineTax("tax", "Sales tax", new BigDecimal("8.25"), null, 2000, 165))),
        CartBuilder.NOON,
        CartBuilder.NOON);
  }

  @Test
  void theDiscountOfALineAndItsSharesOfTheWholesAndOfTheCouponAreOne() {
    var taxes = List.of(new BilledTax("tax", "Sales tax", new BigDecimal("8.25"), 165));

    assertThat(
            BilledLines.of(
                List.of(
                    line(new Product("filler", null), "2.5"),
                    line(new Product(null, "fillers"), "3"))))
        .containsExactly(
            new BillItem(
                "2.5 × Filler",
                "filler",
                null,
                1,
                new Cents(2500),
                new Cents(500),
                new Cents(165),
                taxes),
            new BillItem(
                "Filler",
                null,
                "fillers",
                3,
                new Cents(1000),
                new Cents(500),
                new Cents(165),
                taxes));
  }
}

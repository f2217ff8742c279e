package org.cartwright.carts.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.cartwright.lines.LineItem;
import org.cartwright.lines.LineItems;
import org.cartwright.lines.LineTax;
import org.cartwright.pricing.Discount;
import org.cartwright.pricing.PriceSource;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.taxes.TaxBasis;
import org.cartwright.pricing.taxes.TaxedPackage;
import org.jspecify.annotations.Nullable;

/**
 * How every figure of a cart came about, as it was when the cart was last priced. Amounts are in
 * cents.
 */
@Schema(
    name = "CartExplanation",
    description = "How every figure of a cart came about. Amounts are in cents.")
public record CartExplanation(
    String cartId,
    List<Line> lines,
    @Schema(description = "The sum of the lines' net.", example = "17421") long subtotal,
    Reduction discount,
    @Schema(description = "The sum of the lines' tax.", example = "566") long taxAmount,
    @Schema(description = "subtotal − discount + taxAmount", example = "16680") long total) {

  @Schema(
      name = "ExplainedLine",
      description = "One line: gross − discount = net; net − share = taxable.")
  record Line(
      String id,
      String name,
      PriceSource priceSource,
      Gross gross,
      Reduction discount,
      @Schema(example = "2923") long net,
      @Schema(description = "What falls on this line of the cart's discount.", example = "219")
          long share,
      @Schema(example = "2704") long taxable,
      List<Tax> taxes,
      @Schema(example = "223") long taxAmount) {

    static Line of(LineItem line) {
      var figures = line.figures();
      return new Line(
          line.id(),
          line.name(),
          line.priceSource(),
          new Gross(
              line.unitPrice().value(),
              line.quantity().value(),
              line.line(NO_TAXES).exactGross(),
              figures.gross().value()),
          Reduction.of(line.discount(), figures.gross()),
          figures.net().value(),
          figures.share().value(),
          figures.net().minus(figures.share()).value(),
          figures.taxes().stream().map(Tax::of).toList(),
          figures.tax().value());
    }
  }

  @Schema(name = "ExplainedGross", description = "unitPrice × quantity, rounded half up.")
  record Gross(
      @Schema(example = "1299") long unitPrice,
      @Schema(example = "2.5") BigDecimal quantity,
      @Schema(example = "3247.5") BigDecimal exact,
      @Schema(example = "3248") long rounded) {}

  @Schema(name = "ExplainedDiscount", description = "A discount on a base, rounded half up.")
  record Reduction(
      Discount.Kind kind,
      @Schema(example = "3248") long base,
      @Schema(description = "Percent, if it is a percentage.", example = "10")
          @Nullable BigDecimal rate,
      @Schema(description = "The flat amount asked for, which is applied up to the base.")
          @Nullable Long asked,
      @Schema(example = "324.8") BigDecimal exact,
      @Schema(example = "325") long rounded) {

    static Reduction of(Discount discount, Cents base) {
      return new Reduction(
          discount.kind(),
          base.value(),
          discount.kind() == Discount.Kind.PERCENT ? discount.percentage() : null,
          discount.kind() == Discount.Kind.FLAT ? discount.asked().value() : null,
          discount.exactlyOn(base),
          discount.on(base).value());
    }
  }

  @Schema(
      name = "ExplainedTax",
      description = "One tax on a line, or on one part of a package, rounded half up.")
  record Tax(
      String taxId,
      String name,
      @Schema(description = "Which part of the package, from 0.") @Nullable Integer part,
      @Schema(example = "2704") long base,
      @Schema(description = "Percent.", example = "8.25") BigDecimal rate,
      @Schema(example = "223.08") BigDecimal exact,
      @Schema(example = "223") long rounded) {

    static Tax of(LineTax tax) {
      return new Tax(
          tax.taxId(),
          tax.name(),
          tax.part(),
          tax.base(),
          tax.rate(),
          tax.rate().multiply(BigDecimal.valueOf(tax.base())).movePointLeft(2).stripTrailingZeros(),
          tax.amount());
    }
  }

  private static final TaxBasis NO_TAXES = new TaxedPackage(List.of());

  public static CartExplanation of(String cartId, LineItems items) {
    var figures = items.figures();
    return new CartExplanation(
        cartId,
        items.lines().stream().map(Line::of).toList(),
        figures.subtotal(),
        Reduction.of(figures.discount(), new Cents(figures.subtotal())),
        figures.taxAmount(),
        figures.total());
  }
}

package org.cartwright.carts.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.cartwright.lines.LineItem;
import org.cartwright.lines.LineItems;
import org.cartwright.lines.Sale;
import org.cartwright.lines.figures.LineTax;
import org.cartwright.pricing.Discount;
import org.cartwright.pricing.PriceSource;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Decimals;
import org.cartwright.pricing.taxes.TaxBasis;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.pricing.taxes.TaxedPackage;
import org.jspecify.annotations.Nullable;

/**
 * How every figure of a cart came about, as it was when the cart was last priced. Amounts are in
 * cents.
 */
@Schema(
    name = "CartExplanation",
    description = "How each figure of a cart came about. Amounts are in cents.")
public record CartExplanation(
    String cartId,
    List<Line> lines,
    @Schema(description = "The sum of the lines' net amounts.", example = "17421") long subtotal,
    @Schema(description = "The part of the subtotal that is the fee, which no discount lowers.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Long fee,
    Reduction discount,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CouponPart coupon,
    @Schema(description = "The sum of the lines' taxes.", example = "566") long taxAmount,
    @Schema(description = "Whether prices include tax; left out if not.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Boolean taxesIncluded,
    @Schema(
            description = "subtotal − discount − coupon, plus taxAmount unless prices include tax.",
            example = "16680")
        long total) {

  @Schema(
      name = "ExplainedLine",
      description = "One line: gross − discount = net; net − share − couponShare = taxable.")
  public record Line(
      String id,
      String name,
      PriceSource priceSource,
      @Schema(description = "From which quantity on this price applies, if it is a tier's.")
          @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable BigDecimal tierFrom,
      Gross gross,
      Reduction discount,
      @Schema(example = "2923") long net,
      @Schema(description = "This line's share of the cart's discount.", example = "219")
          long share,
      @Schema(description = "This line's share of the coupon, if there is one.")
          @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable Long couponShare,
      @Schema(example = "2704") long taxable,
      List<Tax> taxes,
      @Schema(example = "223") long taxAmount) {

    static Line of(LineItem line, Sale sale) {
      var figures = line.figures();
      return new Line(
          line.id(),
          line.name(),
          line.priceSource(),
          line.tierFrom() == null ? null : line.tierFrom().value(),
          new Gross(
              line.unitPrice().value(),
              line.quantity().value(),
              line.line(NO_TAXES).exactGross(),
              figures.gross().value()),
          Reduction.of(line.discount(), figures.gross()),
          figures.net().value(),
          figures.share().value(),
          couponOf(sale) == null ? null : figures.couponShare().value(),
          figures.taxable().value(),
          figures.taxes().stream()
              .map(tax -> Tax.of(tax, figures.taxes(), sale.taxMode()))
              .toList(),
          figures.tax().value());
    }
  }

  @Schema(name = "ExplainedGross", description = "unitPrice × quantity, rounded half up.")
  public record Gross(
      @Schema(example = "1299") long unitPrice,
      @Schema(example = "2.5") BigDecimal quantity,
      @Schema(example = "3247.5") BigDecimal exact,
      @Schema(example = "3248") long rounded) {}

  @Schema(name = "ExplainedDiscount", description = "A discount on a base, rounded half up.")
  public record Reduction(
      Discount.Kind kind,
      @Schema(example = "3248") long base,
      @Schema(description = "In percent, if it is a percentage.", example = "10")
          @Nullable BigDecimal rate,
      @Schema(description = "The flat amount asked for; at most the base is taken off.")
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
  public record Tax(
      String taxId,
      String name,
      @Schema(description = "Which part of the package, from 0.") @Nullable Integer part,
      @Schema(example = "2704") long base,
      @Schema(description = "Percent.", example = "8.25") BigDecimal rate,
      @Schema(example = "223.08") BigDecimal exact,
      @Schema(example = "223") long rounded) {

    static Tax of(LineTax tax, List<LineTax> all, TaxMode mode) {
      return new Tax(
          tax.taxId(),
          tax.name(),
          tax.part(),
          tax.base(),
          tax.rate(),
          mode == TaxMode.EXCLUSIVE ? onTop(tax) : inside(tax, all),
          tax.amount());
    }

    private static BigDecimal onTop(LineTax tax) {
      return tax.rate()
          .multiply(BigDecimal.valueOf(tax.base()))
          .movePointLeft(2)
          .stripTrailingZeros();
    }

    /** What of the price is the tax, to ten decimals: it is shared with the others inside. */
    private static BigDecimal inside(LineTax tax, List<LineTax> all) {
      var beside = all.stream().filter(other -> Objects.equals(other.part(), tax.part())).toList();
      var price = tax.base() + beside.stream().mapToLong(LineTax::amount).sum();
      var rates = beside.stream().map(LineTax::rate).reduce(BigDecimal.ZERO, BigDecimal::add);
      return tax.rate()
          .multiply(BigDecimal.valueOf(price))
          .divide(BigDecimal.valueOf(100).add(rates), Decimals.MOST, RoundingMode.HALF_UP)
          .stripTrailingZeros();
    }
  }

  @Schema(
      name = "ExplainedCoupon",
      description = "What the coupon takes off, after the discount; 0 if it does not apply.")
  public record CouponPart(String code, @Schema(example = "4800") long rounded) {

    static @Nullable CouponPart of(LineItems items, Sale sale) {
      var code = couponOf(sale);
      return code == null ? null : new CouponPart(code, items.figures().couponAmount());
    }
  }

  private static final TaxBasis NO_TAXES = new TaxedPackage(List.of());

  public static CartExplanation of(String cartId, LineItems items, Sale sale) {
    var figures = items.figures();
    return new CartExplanation(
        cartId,
        items.lines().stream().map(line -> Line.of(line, sale)).toList(),
        figures.subtotal(),
        items.fee().isPresent() ? figures.fee() : null,
        Reduction.of(figures.discount(), figures.goods()),
        CouponPart.of(items, sale),
        figures.taxAmount(),
        sale.taxMode() == TaxMode.INCLUSIVE ? true : null,
        figures.total());
  }

  private static @Nullable String couponOf(Sale sale) {
    return sale.terms() == null ? null : sale.terms().couponCode();
  }
}

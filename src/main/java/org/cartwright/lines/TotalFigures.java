package org.cartwright.lines;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.cartwright.pricing.Discount;
import org.cartwright.pricing.PricedLines;
import org.cartwright.pricing.amounts.Cents;

/**
 * The figures at the foot of a cart or quote as it was last priced, as they are stored with it: the
 * discount as it was asked for, and amounts in cents.
 */
@Embeddable
public record TotalFigures(
    @Enumerated(EnumType.STRING) Discount.Kind discountKind,
    BigDecimal discountValue,
    long subtotal,
    long discountAmount,
    long taxAmount,
    long total) {

  /** The figures of what has no lines and no discount. */
  public static final TotalFigures NONE =
      new TotalFigures(Discount.Kind.NONE, BigDecimal.ZERO, 0, 0, 0, 0);

  static TotalFigures of(PricedLines priced) {
    return new TotalFigures(
        priced.discount().kind(),
        priced.discount().value(),
        priced.subtotal().value(),
        priced.discountAmount().value(),
        priced.taxAmount().value(),
        priced.total().value());
  }

  /** The document's discount as it was asked for. */
  public Discount discount() {
    return Discount.of(discountKind, discountValue);
  }

  /** What the discount amounts to. */
  Cents discounted() {
    return new Cents(discountAmount);
  }
}

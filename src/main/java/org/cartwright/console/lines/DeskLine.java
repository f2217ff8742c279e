package org.cartwright.console.lines;

import java.math.BigDecimal;
import org.cartwright.carts.api.CartItem;
import org.cartwright.catalog.ItemTiny;
import org.cartwright.catalog.PackageTiny;
import org.jspecify.annotations.Nullable;

/**
 * A line of a cart or of a draft order, as the desk looks at it.
 *
 * @param notes empty if there are none
 * @param hasOpenPrice whether anybody may ask another price for it
 */
public record DeskLine(
    String id,
    String name,
    BigDecimal quantity,
    long unitPrice,
    BigDecimal discountPercentage,
    long discountAmount,
    long totalPrice,
    String notes,
    boolean hasOpenPrice) {

  public static DeskLine of(CartItem line) {
    return new DeskLine(
        line.id(),
        name(line.item(), line.packageOffered()),
        line.quantity(),
        line.unitPrice(),
        line.discountPercentage(),
        line.discountAmount(),
        line.totalPrice(),
        line.notes() == null ? "" : line.notes(),
        line.item() != null && line.item().allowCustomPricing());
  }

  /** What a line is called. */
  public static String name(@Nullable ItemTiny item, @Nullable PackageTiny offered) {
    return item != null ? item.name() : offered != null ? offered.name() : "";
  }

  /** The discount as an amount, unless it is a percentage. */
  long flatDiscount() {
    return discountPercentage.signum() == 0 ? discountAmount : 0;
  }

  /** What it would come to without its own discount. */
  long priceBeforeDiscount() {
    return totalPrice + discountAmount;
  }
}

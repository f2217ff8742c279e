package org.cartwright.carts.drafts;

import java.math.BigDecimal;
import org.cartwright.carts.api.CartItem;
import org.cartwright.pricing.LineKind;
import org.cartwright.pricing.PriceSource;
import org.jspecify.annotations.Nullable;

/**
 * A line of a cart that is sold in a market.
 *
 * @param share its share of the cart's discount
 * @param tierFrom from which quantity on its price is so, if it came from a tier
 * @param variant what its item is called among the variants of its product
 * @param isSold whether the market sells it now, and did when it was priced
 * @param isWithdrawn whether it was withdrawn from sale
 */
public record DraftLineRow(
    CartItem line,
    long share,
    LineKind kind,
    PriceSource priceSource,
    @Nullable BigDecimal tierFrom,
    @Nullable String variant,
    boolean isSold,
    boolean isWithdrawn) {

  public boolean isFee() {
    return kind == LineKind.FEE;
  }
}

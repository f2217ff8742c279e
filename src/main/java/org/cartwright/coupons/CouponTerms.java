package org.cartwright.coupons;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cartwright.pricing.Discount;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.jspecify.annotations.Nullable;

/**
 * What a coupon gives in one currency. Whether a cart gets it depends on what is in the cart, see
 * {@link #refuses}.
 *
 * @param code as the clinic wrote it
 * @param percentage of what it covers; absent if it gives an amount
 * @param amount which it gives at most; absent if it gives a percentage
 * @param minimum the goods total from which on it applies
 * @param itemIds the items it covers
 * @param categories the categories whose items it covers; if both are empty it covers everything
 */
public record CouponTerms(
    String couponId,
    String code,
    @Nullable Percentage percentage,
    @Nullable Cents amount,
    Cents minimum,
    Set<String> itemIds,
    Set<String> categories)
    implements CouponAnswer {

  public CouponTerms {
    itemIds = Set.copyOf(itemIds);
    categories = Set.copyOf(categories);
    if ((percentage == null) == (amount == null)) {
      throw new IllegalArgumentException("a coupon gives either a percentage or an amount");
    }
  }

  /** What it takes off, as whoever computes figures needs it. */
  public org.cartwright.pricing.Coupon coupon() {
    return new org.cartwright.pricing.Coupon(
        percentage == null
            ? Discount.flat(Objects.requireNonNull(amount))
            : Discount.percent(percentage),
        minimum);
  }

  /** Whether it makes everything cheaper, packages too. */
  public boolean coversAll() {
    return itemIds.isEmpty() && categories.isEmpty();
  }

  /**
   * Whether it makes an item cheaper. A package is no item: only a coupon that {@linkplain
   * #coversAll covers everything} covers it.
   */
  public boolean covers(String itemId, @Nullable String category) {
    return coversAll()
        || itemIds.contains(itemId)
        || (category != null && categories.contains(category));
  }

  /**
   * Why a cart does not get it, if that is so.
   *
   * @param goods what the goods come to before the cart's own discount
   * @param coversAny whether any of them is covered
   */
  public Optional<CouponReason> refuses(Cents goods, boolean coversAny) {
    if (!coversAny) {
      return Optional.of(CouponReason.NOTHING_COVERED);
    }
    return goods.compareTo(minimum) < 0
        ? Optional.of(CouponReason.BELOW_MINIMUM)
        : Optional.empty();
  }
}

package org.cartwright.orders.drafts;

import java.util.List;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.coupons.CouponReason;
import org.cartwright.orders.api.Address;
import org.cartwright.orders.api.FulfilmentCategory;
import org.cartwright.orders.api.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * A draft as far as it matters for whether it can be placed.
 *
 * @param status the cart's at this moment
 * @param isHeld whether a quote of it is with the customer or waits to be sent
 * @param customerId who buys
 * @param category how the goods are to get to the customer, as far as it is said: that of the
 *     service when it was chosen, which is what the draft was priced for
 * @param service the chosen service, if one is
 * @param countries where the market delivers
 * @param goods the lines without the fee
 * @param couponReason why the coupon does not apply, if there is one that does not
 * @param isCouponChanged whether the coupon gives another discount than the draft says
 */
public record DraftState(
    CartStatus status,
    boolean isHeld,
    @Nullable String customerId,
    @Nullable String phone,
    @Nullable FulfilmentCategory category,
    @Nullable Service service,
    @Nullable Address shipping,
    @Nullable Address billing,
    boolean billingSameAsShipping,
    List<String> countries,
    @Nullable PaymentMethod paymentMethod,
    List<Goods> goods,
    @Nullable CouponReason couponReason,
    boolean isCouponChanged) {

  public DraftState {
    countries = List.copyOf(countries);
    goods = List.copyOf(goods);
  }

  /**
   * The service that was chosen.
   *
   * @param isOffered whether it still can be, its fee included
   */
  public record Service(boolean isOffered) {}

  /**
   * A line of something that is sold.
   *
   * @param lineId absent where it is only on the accepted quote
   * @param isSold whether it has a price in the market
   * @param isWithdrawn whether it was withdrawn from sale
   * @param isShort whether there is less of it in stock than is ordered, and that matters
   */
  public record Goods(
      @Nullable String lineId, boolean isSold, boolean isWithdrawn, boolean isShort) {}

  /** The address on the bill. */
  @Nullable Address billed() {
    return billingSameAsShipping ? shipping : billing;
  }
}

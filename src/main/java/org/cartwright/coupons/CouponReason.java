package org.cartwright.coupons;

import io.swagger.v3.oas.annotations.media.Schema;

/** Why a coupon does not apply. */
@Schema(description = "Why a coupon does not apply.")
public enum CouponReason {
  UNKNOWN("There is no coupon with this code."),
  NOT_YET("The coupon does not apply yet."),
  OVER("The coupon does not apply any more."),
  USED_UP("The coupon has been used as often as it may be."),
  USED_BY_CUSTOMER("The customer has used the coupon as often as a customer may."),
  NO_AMOUNT_IN_CURRENCY("The coupon does not apply in the currency of this cart."),
  NOTHING_COVERED("Nothing in the cart is covered by the coupon."),
  BELOW_MINIMUM("The goods in the cart come to less than the coupon asks for.");

  private final String sentence;

  CouponReason(String sentence) {
    this.sentence = sentence;
  }

  /** The same in words. */
  public String sentence() {
    return sentence;
  }
}

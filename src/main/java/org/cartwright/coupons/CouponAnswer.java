package org.cartwright.coupons;

/** What a code comes to when it is asked about: terms, or why not. */
public sealed interface CouponAnswer permits CouponTerms, CouponAnswer.Refused {

  /** Nobody knows the code. */
  CouponAnswer UNKNOWN = new Refused(CouponReason.UNKNOWN);

  /** The code gives nothing, whatever is in the cart. */
  record Refused(CouponReason reason) implements CouponAnswer {}
}

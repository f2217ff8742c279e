package org.cartwright.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.cartwright.coupons.CouponReason;
import org.jspecify.annotations.Nullable;

/** One thing that keeps a draft from being placed. */
@Schema(name = "DraftBlocker", description = "One thing that keeps a draft from being placed.")
public record Blocker(
    BlockerCode code,
    @Schema(
            description = "The same in words, with what to do about it.",
            example = "There is no phone number: ask the customer for one.")
        String message,
    @Schema(description = "The line it is about, if it is about one.") @Nullable String itemId) {

  /**
   * Why the coupon cannot be used, and what to do about it.
   *
   * @param isAccepted whether a quote with it was accepted, of which nothing can be changed
   */
  public static Blocker ofTheCoupon(CouponReason why, boolean isAccepted) {
    var help =
        isAccepted
            ? "Duplicate the draft and send a new quote."
            : "Take it off, or change the draft.";
    return new Blocker(BlockerCode.COUPON_DOES_NOT_APPLY, why.sentence() + " " + help, null);
  }
}

package org.cartwright.coupons;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A coupon. */
@Schema(name = "CouponDetail", description = "A coupon.")
public record CouponDetail(
    @Schema(example = "coupon_01kq3v9y6t8m2c4x5z7a1b0d9e") String id,
    @Schema(description = "As it was typed.", example = "CORP50") String code,
    @Nullable String description,
    @Schema(description = "In percent; `null` if it gives amounts.", example = "10")
        @Nullable BigDecimal percentage,
    @Schema(description = "What it gives at most, in each currency it applies in.")
        List<CurrencyAmount> amounts,
    @Schema(description = "The goods total from which it applies.")
        List<CurrencyAmount> minimumSubtotals,
    @Nullable Instant startsDate,
    @Nullable Instant endsDate,
    List<String> itemIds,
    List<String> categories,
    @Nullable Integer usageLimit,
    @Nullable Integer customerLimit,
    @Schema(
            description = "How often it is used; uses that were given back do not count.",
            example = "3")
        int used,
    @Schema(description = "Whether it can be used now, by its period and overall limit.")
        boolean isActive,
    Instant createdDate,
    @Nullable Instant updatedDate) {

  /** Why it cannot be used at a moment, as far as period and overall limit go. */
  public Optional<CouponReason> refusal(Instant now) {
    return CouponLimits.refuse(startsDate, endsDate, usageLimit, used, now);
  }
}

package org.cartwright.coupons;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import org.cartwright.platform.Ids;
import org.cartwright.platform.format.MoneyFormat;
import org.cartwright.platform.json.CrossFieldValidated;
import org.cartwright.platform.json.Default;
import org.cartwright.platform.json.Moment;
import org.jspecify.annotations.Nullable;

/** A coupon as it is to be. */
@Schema(
    name = "CouponWrite",
    description = "What a coupon is to be like: either a percentage or amounts.",
    example =
        """
        {"code": "WELCOME", "description": "First orders, five percent", "percentage": 5,
         "minimumSubtotals": [{"currency": "BDT", "amount": 50000}], "endsDate": "2099-12-31T23:59:59Z",
         "customerLimit": 5}""")
public record CouponWrite(
    @Schema(
            description =
                "What customers give to use it; unique among the coupons that were not deleted, "
                    + "upper and lower case alike.",
            example = "CORP50")
        @Pattern(regexp = Ids.CLIENT_CHOSEN)
        String code,
    @Size(max = 10_000) @Nullable String description,
    @Schema(description = "In percent, above 0; `null` if it gives amounts.", example = "10")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 10)
        @Nullable BigDecimal percentage,
    @Schema(
            description = "What it gives at most, in each currency it applies in.",
            requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        @Default("[]")
        @Size(max = 200)
        List<CurrencyAmount> amounts,
    @Schema(
            description =
                "The goods total from which it applies, before the cart's own discount. If any "
                    + "is given, the coupon applies in no other currency.",
            requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        @Default("[]")
        @Size(max = 200)
        List<CurrencyAmount> minimumSubtotals,
    @Schema(
            description =
                "When it begins to apply; `null` means it always has. A date alone means its "
                    + "first moment in the clinic's time zone; a date-time without an offset is UTC.")
        @Nullable Moment startsDate,
    @Schema(
            description =
                "When it ceases to apply; `null` means never. A date alone means its end in the "
                    + "clinic's time zone; a date-time without an offset is UTC.")
        @Nullable Moment endsDate,
    @Schema(description = "The items it covers.") @Default("[]") @Size(max = 1000)
        List<@Size(min = 1, max = 64) String> itemIds,
    @Schema(
            description =
                "The categories whose items it covers; if neither items nor categories are named, it covers everything.")
        @Default("[]")
        @Size(max = 1000)
        List<@Size(min = 1, max = 255) String> categories,
    @Schema(description = "How often it can be used; `null` means without limit.", example = "1")
        @Min(1)
        @Max(1_000_000_000)
        @Nullable Integer usageLimit,
    @Schema(description = "How often one customer can use it.", example = "5")
        @Min(1)
        @Max(1_000_000_000)
        @Nullable Integer customerLimit)
    implements CrossFieldValidated {

  @Override
  public void check(Complaints complaints) {
    if ((percentage == null) == amounts.isEmpty()) {
      complaints.aboutAll("a coupon gives either a percentage or amounts");
    }
    checkCurrencies("amounts", amounts, complaints);
    checkCurrencies("minimumSubtotals", minimumSubtotals, complaints);
  }

  /** From when on it applies, if not always; a day alone begins in that zone. */
  @Nullable Instant starts(Supplier<ZoneId> zone) {
    return startsDate == null ? null : startsDate.firstInstantIn(zone);
  }

  /** From when on it applies no more, if ever; a day alone ends in that zone. */
  @Nullable Instant ends(Supplier<ZoneId> zone) {
    return endsDate == null ? null : endsDate.lastInstantIn(zone);
  }

  /** Whether it would be over before it begins. */
  public boolean isNeverValid(Supplier<ZoneId> zone) {
    var starts = starts(zone);
    var ends = ends(zone);
    return starts != null && ends != null && !ends.isAfter(starts);
  }

  private static void checkCurrencies(
      String field, List<CurrencyAmount> amounts, Complaints complaints) {
    if (amounts.stream().anyMatch(one -> MoneyFormat.currency(one.currency()).isEmpty())) {
      complaints.about(field, "a currency is one of ISO 4217 that one can pay with, as in USD");
    }
    var named = new HashSet<String>();
    if (!amounts.stream().allMatch(one -> named.add(one.currency()))) {
      complaints.about(field, "each currency is named once");
    }
  }
}

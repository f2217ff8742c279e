package org.cartwright.quotes.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.platform.json.Moment;
import org.cartwright.pricing.DiscountRequest;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.jspecify.annotations.Nullable;

/** What is to change about a quote beside its lines; whatever is absent or null stays. */
@Schema(
    name = "QuoteUpdate",
    description = "What to change about a quote; whatever is absent or null stays.",
    example =
        """
        {"title": "Summer plan", "discountPercentage": 5}""")
public record QuoteUpdate(
    @Schema(
            description =
                "Only the present status: sending, withdrawing, answering and converting are "
                    + "operations of their own.")
        @Nullable QuoteStatus status,
    @Size(max = 255) @Nullable String title,
    @Size(max = 10_000) @Nullable String description,
    @Schema(
            description =
                "A date alone means the end of that day in the clinic's time zone; a date-time "
                    + "without an offset is UTC.")
        @Nullable Moment validUntilDate,
    @Size(max = 50_000) @Nullable String terms,
    @Schema(description = "For the staff only; may change in any status.") @Size(max = 10_000)
        @Nullable String internalNotes,
    @Nullable Boolean requiresPatientVerification,
    @Schema(
            description =
                "Flat discount on the whole quote, in cents. Sent alone and above 0, it "
                    + "replaces a percentage.")
        @Min(0)
        @Max(Cents.MAX_VALUE)
        @Nullable Long discountAmount,
    @Schema(
            description =
                "Discount on the whole quote, in percent. Sent alone and above 0, it replaces a "
                    + "flat discount.")
        @DecimalMin("0")
        @DecimalMax("100")
        @Nullable BigDecimal discountPercentage) {

  public DiscountRequest discount() {
    return new DiscountRequest(
        discountAmount == null ? null : new Cents(discountAmount),
        discountPercentage == null ? null : new Percentage(discountPercentage));
  }
}

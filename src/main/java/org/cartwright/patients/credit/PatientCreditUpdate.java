package org.cartwright.patients.credit;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.cartwright.platform.json.Moment;
import org.cartwright.platform.json.PresentFields;
import org.jspecify.annotations.Nullable;

/** What to change of a credit. */
@Schema(
    description =
        "What to change about a credit: what is left out stays as it is. `null` clears "
            + "the comment and the expiry, and leaves the amounts.",
    example =
        """
        {"amount": 6000, "comment": "And for the wait"}""")
record PatientCreditUpdate(
    @Schema(example = "Goodwill for the late start") @Size(max = 10_000) @Nullable String comment,
    @Schema(
            description =
                "In the future. A date alone means the end of that day in the clinic's time "
                    + "zone; a date-time without an offset is UTC.")
        @Nullable Moment expiryDate,
    @Schema(
            description =
                "In cents, at least what was used. What was used stays used, so what remains "
                    + "changes by the same amount, unless it is given too.",
            example = "6000")
        @Positive
        @Max(PatientCredits.LARGEST_AMOUNT)
        @Nullable Long amount,
    @Schema(
            description =
                "In cents, at most the amount. So much is left then, whatever was used: who sends back what they read gives back"
                    + " what was used since, unless they send `If-Match` too.",
            example = "4500")
        @Min(0)
        @Nullable Long amountRemaining,
    @Schema(hidden = true) PresentFields given) {}

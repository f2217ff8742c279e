package org.cartwright.patients.credit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.cartwright.platform.web.tags.Tagged;
import org.cartwright.staff.api.UserTiny;
import org.jspecify.annotations.Nullable;

/** A credit. */
@Tagged
@Schema(description = "Money of a patient that the clinic holds.")
public record PatientCreditSummary(
    @Schema(example = "crd_01kq3v8e5t9m2x7c4n6b1d0f8h") String id,
    String patientId,
    @Schema(description = "The amount it was granted for, in cents.", example = "5000") long amount,
    @Schema(description = "How much of it is left, in cents.", example = "3500")
        long amountRemaining,
    @Schema(example = "Goodwill for the late start") @Nullable String comment,
    @Schema(description = "When it expires; `null` if it never does.") @Nullable Instant expiryDate,
    @Nullable String memberId,
    Instant createdDate,
    @Schema(
            description =
                "When it was last changed, used or given back to; `null` if nothing happened to it"
                    + " yet.")
        @Nullable Instant updatedDate,
    @Schema(description = "Who granted it, if that is a provider of the clinic.")
        @Nullable UserTiny creator) {}

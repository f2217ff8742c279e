package org.cartwright.patients.credit;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.cartwright.platform.json.CrossFieldValidated;
import org.cartwright.platform.json.Moment;
import org.jspecify.annotations.Nullable;

/** A credit to grant. */
@Schema(
    description = "A credit to grant.",
    example =
        """
        {"amount": 5000, "comment": "Goodwill for the late start", "creatorId": "prov_demo_lee"}""")
public record PatientCreditCreate(
    @Schema(description = "The id of the patient, as in the path; may be left out.")
        @Nullable String patientId,
    @Schema(description = "In cents.", example = "5000")
        @Positive
        @Max(PatientCredits.LARGEST_AMOUNT)
        long amount,
    @Schema(
            description =
                "In cents: how much of the amount is left, if some was used elsewhere already. "
                    + "All of it if left out.",
            example = "5000")
        @Min(0)
        @Nullable Long amountRemaining,
    @Schema(example = "Goodwill for the late start") @Size(max = 10_000) @Nullable String comment,
    @Schema(
            description =
                "When it expires; never if left out. A date alone means the end of that day in "
                    + "the clinic's time zone; a date-time without an offset is UTC.")
        @Nullable Moment expiryDate,
    @Size(max = 255) @Nullable String memberId,
    @Schema(description = "The provider who grants it.") @Size(max = 255)
        @Nullable String creatorId,
    @Schema(description = "The credit's id in your own system; unique within the clinic.")
        @Size(min = 1, max = 255)
        @Nullable String externalId)
    implements CrossFieldValidated {

  /** A credit of which nothing is said but how many cents it is. */
  static PatientCreditCreate of(long amount) {
    return new PatientCreditCreate(null, amount, null, null, null, null, null, null);
  }

  /**
   * A credit that somebody of the staff grants.
   *
   * @param amount in cents
   * @param creatorId the provider who grants it
   */
  public static PatientCreditCreate of(
      long amount, @Nullable String comment, @Nullable Moment expiryDate, String creatorId) {
    return new PatientCreditCreate(null, amount, null, comment, expiryDate, null, creatorId, null);
  }

  @Override
  public void check(Complaints complaints) {
    if (amountRemaining != null && amountRemaining > amount) {
      complaints.about("amountRemaining", "no more can remain than the amount");
    }
  }

  /** How much is there from the beginning. */
  long remaining() {
    return amountRemaining == null ? amount : amountRemaining;
  }
}

package org.cartwright.patients.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cartwright.platform.format.EmailAddress;
import org.cartwright.platform.json.EmptyIsNull;
import org.cartwright.platform.json.PresentFields;
import org.jspecify.annotations.Nullable;

/** What to change of a patient. */
@Schema(
    description =
        "What to change about a patient: what is left out stays as it is, `null` clears it, but for the balance and what no answer shows.",
    example =
        """
        {"phoneNumber": "+1 (555) 010-7788", "preferredName": "Janie"}""")
public record PatientUpdate(
    @Schema(example = "Jane") @Size(max = 255) @Nullable String firstName,
    @Schema(example = "Doe") @Size(max = 255) @Nullable String lastName,
    @Schema(
            description =
                "The patient's id in your own system; unique within the clinic, archived patients included. With `/`, `\\` or"
                    + " `;` in it, it cannot be asked for in a path.",
            example = "EMR-1001")
        @Size(min = 1, max = 255)
        @Nullable String externalId,
    @Schema(description = "Empty counts as none.", example = "jane@example.com")
        @EmptyIsNull
        @Pattern(regexp = EmailAddress.PATTERN)
        @Size(max = 320)
        @Nullable String email,
    @Schema(
            description = "Kept as it was typed; found in any spelling.",
            example = "+1 (555) 010-9999")
        @Size(max = 50)
        @Nullable String phoneNumber,
    @Schema(example = "12 Elm Street") @Size(max = 500) @Nullable String address,
    @Schema(example = "Apt 4") @Size(max = 500) @Nullable String addressLineTwo,
    @Schema(example = "Springfield") @Size(max = 255) @Nullable String city,
    @Schema(example = "IL") @Size(max = 255) @Nullable String state,
    @Schema(example = "62701") @Size(max = 255) @Nullable String zipCode,
    @Schema(example = "US") @Size(max = 255) @Nullable String country,
    @Nullable Boolean addressValid,
    @Schema(
            description =
                "Whatever you want to keep with the patient: at most 16 KB and 200 keys, nested "
                    + "ones included.")
        @Nullable Map<String, Object> meta,
    @Schema(description = "Decides which location's taxes apply.") @Size(max = 255)
        @Nullable String primaryLocationId,
    @Schema(description = "Not in the future.", example = "1990-05-12")
        @Nullable LocalDate dateOfBirth,
    @Schema(description = "Kept, but no answer shows it; an empty list clears it.") @Size(max = 200)
        @Nullable List<@Size(max = 1000) String> allergies,
    @Schema(description = "Kept, but no answer shows it; an empty list clears it.") @Size(max = 200)
        @Nullable List<@Size(max = 1000) String> familyHistory,
    @Schema(description = "Kept, but no answer shows it; an empty list clears it.") @Size(max = 200)
        @Nullable List<@Size(max = 1000) String> medicalHistory,
    @Schema(description = "Kept, but no answer shows it; an empty list clears it.") @Size(max = 200)
        @Nullable List<@Size(max = 1000) String> prescriptions,
    @Size(max = 255) @Nullable String gender,
    @Schema(example = "she/her") @Size(max = 255) @Nullable String pronouns,
    @Schema(example = "Janie") @Size(max = 255) @Nullable String preferredName,
    @Schema(description = "In whatever unit the clinic uses; ten decimals are kept.")
        @DecimalMin("0")
        @DecimalMax("10000")
        @Nullable BigDecimal goalWeight,
    @Schema(example = "Instagram") @Size(max = 255) @Nullable String leadSource,
    @Nullable Boolean surchargeDisabled,
    @Schema(
            description =
                "Credit is changed by its own operations: leave it out, or send the present balance.")
        @Nullable Long creditBalance,
    @Size(max = 255) @Nullable String preferredProviderId,
    @Schema(hidden = true) PresentFields given) {}

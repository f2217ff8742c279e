package org.cartwright.patients.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.cartwright.patients.credit.PatientCredits;
import org.cartwright.platform.Ids;
import org.cartwright.platform.format.EmailAddress;
import org.cartwright.platform.json.CrossFieldValidated;
import org.cartwright.platform.json.Default;
import org.cartwright.platform.json.EmptyIsNull;
import org.cartwright.platform.json.PathId;
import org.jspecify.annotations.Nullable;

/** A patient to enter. */
@Schema(
    description = "A patient to enter. Everything may be left out.",
    example =
        """
        {"firstName": "Ruth", "lastName": "Okafor", "email": "ruth@mail.example",
         "phoneNumber": "+1 (555) 010-3344", "dateOfBirth": "1990-05-12",
         "preferredProviderId": "prov_demo_lee"}""")
public record PatientCreate(
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
    @Schema(
            description =
                "1 to 64 letters, digits, dots, underscores and hyphens; given by the service if left out.")
        @Pattern(regexp = Ids.CLIENT_CHOSEN)
        @PathId(except = {"search", "list", "tags", "external-id-exists"})
        @Nullable String id,
    @Schema(description = "Kept, but no answer shows it.") @Size(max = 255)
        @Nullable String firebaseUid,
    @Schema(description = "Not in the future.", example = "1990-05-12")
        @Nullable LocalDate dateOfBirth,
    @Schema(description = "Always `PATIENT`.") @Default("\"PATIENT\"") String type,
    @Size(max = 255) @Nullable String gender,
    @Schema(example = "she/her") @Size(max = 255) @Nullable String pronouns,
    @Schema(example = "Janie") @Size(max = 255) @Nullable String preferredName,
    @Nullable PatientSource patientSource,
    @Schema(example = "Instagram") @Size(max = 255) @Nullable String leadSource,
    @Default("false") @Nullable Boolean onSchedulingBlacklist,
    @Default("false") @Nullable Boolean surchargeDisabled,
    @Schema(
            description =
                "In cents: a first credit to grant, which never expires. The operations on credit grant and change it from then on.")
        @Min(0)
        @Max(PatientCredits.LARGEST_AMOUNT)
        @Default("0")
        @Nullable Long creditBalance,
    @Size(max = 255) @Nullable String preferredProviderId)
    implements CrossFieldValidated {

  /** Somebody of whom there is no more to say yet than a name and how to reach them. */
  public static PatientCreate of(
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String phoneNumber,
      @Nullable String email) {
    return new PatientCreate(
        firstName,
        lastName,
        null,
        email,
        phoneNumber,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        "PATIENT",
        null,
        null,
        null,
        null,
        null,
        false,
        false,
        null,
        null);
  }

  @Override
  public void check(Complaints complaints) {
    if (!type.equals("PATIENT")) {
      complaints.about("type", "a patient is always of type PATIENT");
    }
  }
}

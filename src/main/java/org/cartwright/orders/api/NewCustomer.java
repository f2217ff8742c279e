package org.cartwright.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.cartwright.patients.api.PatientLanguage;
import org.cartwright.platform.format.EmailAddress;
import org.cartwright.platform.json.CrossFieldValidated;
import org.cartwright.platform.json.EmptyIsNull;
import org.jspecify.annotations.Nullable;

/** A customer who is entered with the draft, or one who is there already. */
@Schema(
    name = "DraftCustomerWrite",
    description =
        "A customer to enter with the draft; with an id, an existing customer, as they "
            + "were read.",
    example =
        """
        {"firstName": "Rahim", "lastName": "Uddin", "phone": "+880 1712 345678", "email": "rahim@mail.example"}""")
public record NewCustomer(
    @Schema(description = "The id of an existing customer; the rest is ignored then.")
        @Size(max = 64)
        @Nullable String id,
    @Schema(example = "Rahim") @Size(max = 255) @Nullable String firstName,
    @Schema(example = "Uddin") @Size(max = 255) @Nullable String lastName,
    @Schema(example = "+880 1712 345678") @EmptyIsNull @Size(max = 50) @Nullable String phone,
    @Schema(example = "rahim@mail.example")
        @EmptyIsNull
        @Pattern(regexp = EmailAddress.PATTERN)
        @Size(max = 320)
        @Nullable String email,
    @Schema(
            description =
                "The BCP 47 tag of the language in which to write to them; `null` if it is not "
                    + "known.",
            example = "es")
        @EmptyIsNull
        @Pattern(regexp = PatientLanguage.TAG)
        @Size(max = 35)
        @Nullable String language)
    implements CrossFieldValidated {

  /** A customer who is there already. */
  public static NewCustomer known(String id) {
    return new NewCustomer(id, null, null, null, null, null);
  }

  @Override
  public void check(Complaints complaints) {
    if (id == null && firstName == null && lastName == null && phone == null && email == null) {
      complaints.aboutAll("say who the customer is");
    }
  }
}

package org.cartwright.patients.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.cartwright.platform.json.EmptyIsNull;
import org.cartwright.platform.json.Required;
import org.jspecify.annotations.Nullable;

/** In which language a patient is written to. */
@Schema(
    description = "The language in which a patient is written to.",
    example =
        """
        {"language": "es"}""")
public record PatientLanguage(
    @Schema(
            description =
                "A BCP 47 tag; `null` if it is not known. If it is not known, or not one that "
                    + "this service speaks, the clinic's language is used.",
            example = "es")
        @Required
        @EmptyIsNull
        @Pattern(regexp = TAG)
        @Size(max = 35)
        @Nullable String language) {

  /** How a tag of a language looks. */
  public static final String TAG = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";

  /** That none is known. */
  public static final PatientLanguage UNKNOWN = new PatientLanguage(null);
}

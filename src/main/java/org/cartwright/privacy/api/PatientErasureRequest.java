package org.cartwright.privacy.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.cartwright.platform.json.CrossFieldValidated;

/** Why a patient is to be erased, and that it is meant. */
@Schema(
    description = "Why a patient is to be erased. It cannot be undone.",
    example =
        """
        {"reason": "Asked for by letter", "confirmedPatientId": "pat_demo_jane"}""")
public record PatientErasureRequest(
    @Schema(
            description = "It is kept, so it must not say who the patient was.",
            example = "Asked for by letter")
        @Size(min = 1, max = 2000)
        String reason,
    @Schema(
            description =
                "The patient's id once more, as in the path, since this cannot be undone.")
        @Size(min = 1, max = 64)
        String confirmedPatientId)
    implements CrossFieldValidated {

  @Override
  public void check(Complaints complaints) {
    if (reason.isBlank()) {
      complaints.about("reason", "say why");
    }
  }
}

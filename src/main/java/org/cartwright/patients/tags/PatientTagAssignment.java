package org.cartwright.patients.tags;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The tags that a patient is to have from now on. */
@Schema(
    description = "The tags that the patient is to have from now on, in place of the present ones.",
    example =
        """
        {"patientId": "pat_demo_jane", "tagIds": []}""")
record PatientTagAssignment(
    @Schema(description = "The id of the patient, as in the path.") String patientId,
    @Size(max = PatientTagAssignment.MOST) List<String> tagIds) {

  /** So many tags a patient has at most. */
  static final int MOST = 100;
}

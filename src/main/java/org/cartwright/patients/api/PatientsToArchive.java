package org.cartwright.patients.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cartwright.platform.json.Default;

/** Patients to archive, or to take out of the archive again. */
@Schema(
    name = "UpdatePatientArchivedStatus",
    description = "Patients to archive, or to take out of the archive again.",
    example =
        """
        {"patientIds": ["pat_demo_mei"], "isArchived": true}""")
public record PatientsToArchive(
    @Size(max = 1000) List<String> patientIds,
    @Schema(description = "`false` takes them out of the archive.") @Default("true")
        boolean isArchived) {}

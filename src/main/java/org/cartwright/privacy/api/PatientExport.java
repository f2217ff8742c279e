package org.cartwright.privacy.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Everything that is held about a patient. */
@Schema(description = "Everything that is held about a patient, as of one moment.")
public record PatientExport(
    String patientId,
    @Schema(description = "When it was put together.") Instant exportedDate,
    @Schema(description = "Every kind of record, even those without any.") List<Section> sections) {

  /** Records of one kind. */
  @Schema(name = "PatientExportSection", description = "The records of one kind.")
  public record Section(
      @Schema(description = "What they are, in plain words.", example = "Quick notes") String name,
      @Schema(
              description =
                  "The records as they are stored, without empty fields. Amounts are in the "
                      + "smallest unit of their currency.")
          List<Map<String, Object>> records) {}
}

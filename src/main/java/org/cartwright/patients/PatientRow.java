package org.cartwright.patients;

import java.util.List;
import org.cartwright.patients.api.PatientSummary;

/**
 * A patient as one row tells it: everything but the tags, of which there are only the ids.
 *
 * @param untagged the patient, with no tags yet
 */
public record PatientRow(PatientSummary untagged, List<String> tagIds) {

  /** The patient's id. */
  public String id() {
    return untagged.id();
  }
}

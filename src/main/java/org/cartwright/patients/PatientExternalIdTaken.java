package org.cartwright.patients;

import org.cartwright.patients.api.ExternalIdTakenBody;
import org.cartwright.platform.errors.Conflict;
import org.jspecify.annotations.Nullable;

/** 409: an external id leads to one patient of the clinic at most. Says to which. */
final class PatientExternalIdTaken extends Conflict {

  private final @Nullable String patientId;

  /**
   * @param patientId whose it is; nothing if it has been given up meanwhile
   */
  PatientExternalIdTaken(@Nullable String patientId) {
    super(
        "patient.externalIdTaken",
        "Another patient of this clinic, perhaps an archived one, has this external id; an external id is unique.");
    this.patientId = patientId;
  }

  @Override
  public Object body() {
    return new ExternalIdTakenBody(sentence(), patientId);
  }
}

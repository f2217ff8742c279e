package org.cartwright.patients;

import java.time.Instant;
import org.cartwright.tenancy.Caller;

/**
 * Something happened to a patient as the clinic wrote them down. Announced once, inside the
 * transaction that writes it: who listens takes part in it, and who fails undoes it. What they can
 * pay with and which tags they have are part of that, as of what is served of them. Notes are not,
 * nor what becomes of a tag itself, nor that credit runs out with time.
 *
 * @param by who did it
 * @param moment when
 */
public record PatientEvent(Type type, String patientId, Caller by, Instant moment) {

  /** What can happen to a patient. */
  public enum Type {
    /** They were entered. */
    CREATED,
    /**
     * Something else is written about them, they have other tags or another balance, or they were
     * taken out of the archive.
     */
    CHANGED,
    /** They were put aside. */
    ARCHIVED
  }
}

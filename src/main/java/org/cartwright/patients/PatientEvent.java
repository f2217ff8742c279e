package org.cartwright.patients;

import java.time.Instant;
import org.cartwright.tenancy.Caller;

/**
 * Something happened to a patient as the clinic wrote them down. Announced once, inside the
 * transaction that writes it: who listens takes part in it, and who fails undoes it. Tags, notes
 * and credit are no part of that.
 *
 * @param by who did it
 * @param moment when
 */
public record PatientEvent(Type type, String patientId, Caller by, Instant moment) {

  /** What can happen to a patient. */
  public enum Type {
    /** They were entered. */
    CREATED,
    /** Something else is written about them, or they were taken out of the archive. */
    CHANGED,
    /** They were put aside. */
    ARCHIVED
  }
}

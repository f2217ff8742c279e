package org.cartwright.patients.notes;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What somebody of the staff jotted down about a patient. */
@Entity
@SQLRestriction(CurrentTenant.ROWS)
class QuickNote {

  @Id private String id;
  @TenantId private String tenantId;

  @SuppressWarnings("UnusedVariable") // served by the reader
  private String patientId;

  @SuppressWarnings("UnusedVariable") // served by the reader
  private String creatorId;

  private String note;
  private @Nullable String eventId;
  private @Nullable String externalId;

  @SuppressWarnings("UnusedVariable") // served by the reader
  private Instant createdDate;

  @SuppressWarnings("UnusedVariable") // served by the reader
  private @Nullable Instant updatedDate;

  private @Nullable Instant archivedDate;

  @NullUnmarked
  protected QuickNote() {}

  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  QuickNote(String id, QuickNoteCreate wanted, Instant now) {
    this.id = id;
    patientId = wanted.patientId();
    creatorId = wanted.creatorId();
    note = wanted.note();
    eventId = wanted.eventId();
    externalId = wanted.externalId();
    createdDate = now;
  }

  /**
   * Changes what the client named; the text cannot be cleared.
   *
   * @throws NoteArchived if it was deleted
   */
  void change(QuickNoteUpdate wanted, Instant now) {
    if (archivedDate != null) {
      throw new NoteArchived();
    }
    note = wanted.note() == null ? note : wanted.note();
    eventId = wanted.given().has("eventId") ? wanted.eventId() : eventId;
    externalId = wanted.given().has("externalId") ? wanted.externalId() : externalId;
    updatedDate = now;
  }

  /** Takes it out of the lists for good; the first time counts. */
  void archive(Instant now) {
    archivedDate = archivedDate == null ? now : archivedDate;
  }
}

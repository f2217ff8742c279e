package org.cartwright.patients.notes;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.ArrayList;
import org.cartwright.patients.Patients;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.BrokenConstraint;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.Paging;
import org.cartwright.staff.Providers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The quick notes of the clinic that is asking. */
@Service
public class QuickNotes {

  private final QuickNoteRepository notes;
  private final QuickNoteReader reader;
  private final Patients patients;
  private final Providers providers;
  private final EntityManager entities;
  private final Clock clock;

  QuickNotes(
      QuickNoteRepository notes,
      QuickNoteReader reader,
      Patients patients,
      Providers providers,
      EntityManager entities,
      Clock clock) {
    this.notes = notes;
    this.reader = reader;
    this.patients = patients;
    this.providers = providers;
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * Writes a note.
   *
   * @throws InvalidRequest if there is no such provider, no such patient, or the patient is
   *     archived
   * @throws NoteExternalIdTaken if another note has this external id
   */
  @Transactional
  public QuickNoteSummary write(QuickNoteCreate wanted) {
    var unknown = new ArrayList<Violation>();
    if (patients.forBilling(wanted.patientId()).isEmpty()) {
      unknown.add(
          Violation.inBody("there is no such patient, or the patient is archived", "patientId"));
    }
    if (!providers.exists(wanted.creatorId())) {
      unknown.add(Violation.inBody("there is no such provider", "creatorId"));
    }
    InvalidRequest.throwIfAny(unknown);
    var id = Ids.next("qnote");
    entities.persist(new QuickNote(id, wanted, clock.instant()));
    flush();
    return reader.note(id);
  }

  /**
   * Changes what the client named.
   *
   * @throws NoteArchived if the note was deleted
   * @throws NoteExternalIdTaken if another note has the new external id
   */
  @Transactional
  QuickNoteSummary change(String id, QuickNoteUpdate wanted) {
    lock(id).change(wanted, clock.instant());
    flush();
    return reader.note(id);
  }

  /** Archives a note; one that is archived stays so. */
  @Transactional
  public void delete(String id) {
    lock(id).archive(clock.instant());
  }

  @Transactional(readOnly = true)
  public QuickNoteSummary note(String id) {
    requirePossible(id);
    return reader.note(id);
  }

  /** A page of the notes about a patient, or about anybody, the newest first. */
  @Transactional(readOnly = true)
  public Page<QuickNoteSummary> page(
      @Nullable String patientId, boolean includeArchived, Paging paging) {
    return reader.page(patientId, includeArchived, paging);
  }

  private QuickNote lock(String id) {
    requirePossible(id);
    return notes.lock(id).orElseThrow(() -> Missing.a("Quick note"));
  }

  private static void requirePossible(String id) {
    if (!Ids.isPossible(id)) {
      throw Missing.a("Quick note");
    }
  }

  private void flush() {
    try {
      entities.flush();
    } catch (PersistenceException e) {
      throw BrokenConstraint.nameIn(e).filter("quick_note_external_id"::equals).isPresent()
          ? new NoteExternalIdTaken()
          : e;
    }
  }
}

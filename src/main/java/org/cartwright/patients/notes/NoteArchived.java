package org.cartwright.patients.notes;

import org.cartwright.platform.errors.Conflict;

/** 409: what was deleted changes no more. */
final class NoteArchived extends Conflict {

  NoteArchived() {
    super("note.archived", "The quick note was deleted and changes no more; create another.");
  }
}

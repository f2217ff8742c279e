package org.cartwright.patients.notes;

import org.cartwright.platform.errors.Conflict;

/** 409: an external id leads to one quick note of the clinic at most. */
final class NoteExternalIdTaken extends Conflict {

  NoteExternalIdTaken() {
    super(
        "note.externalIdTaken",
        "Another quick note of this clinic, perhaps a deleted one, has this external id; an external id is unique.");
  }
}

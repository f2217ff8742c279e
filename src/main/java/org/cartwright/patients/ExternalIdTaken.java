package org.cartwright.patients;

import org.cartwright.platform.errors.Conflict;

/** 409: an external id leads to one patient of the clinic at most. */
final class ExternalIdTaken extends Conflict {

  ExternalIdTaken() {
    super(
        "Another patient of this clinic, perhaps an archived one, has this external id; an external id is unique.");
  }
}

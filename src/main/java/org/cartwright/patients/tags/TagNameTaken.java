package org.cartwright.patients.tags;

import org.cartwright.platform.errors.Conflict;

/** 409: two tags whose names differ only in case would be taken for one. */
final class TagNameTaken extends Conflict {

  TagNameTaken() {
    super(
        "tag.nameTaken",
        "Another tag of this clinic has this name; tag names are unique, whatever their case.");
  }
}

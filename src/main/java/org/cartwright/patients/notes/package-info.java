/**
 * Quick notes: what staff jot down about a patient, a sentence or a page, perhaps for an
 * appointment.
 *
 * <p>Nothing is forgotten: a note that is deleted is archived, leaves the lists and changes no
 * more, but can still be read by its id. Owns the table {@code quick_note}; who wrote a note is
 * read beside it.
 */
@NullMarked
@NamedInterface("notes")
package org.cartwright.patients.notes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

package org.cartwright.console.patients;

import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.Map;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.patients.credit.PatientCreditCreate;
import org.cartwright.patients.credit.PatientCreditSummary;
import org.cartwright.patients.credit.PatientCredits;
import org.cartwright.patients.notes.QuickNoteCreate;
import org.cartwright.patients.notes.QuickNotes;
import org.cartwright.patients.tags.PatientTagCreate;
import org.cartwright.patients.tags.PatientTagSummary;
import org.cartwright.patients.tags.PatientTags;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.json.Moment;
import org.cartwright.platform.paging.Page;
import org.cartwright.staff.DeskMember;
import org.cartwright.staff.DeskRole;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is put beside a patient's record: credit, tags and notes, as the API does. */
@Service
class PatientExtras {

  private static final int BASE = 36;

  private final PatientCredits credits;
  private final PatientTags tags;
  private final QuickNotes notes;
  private final Tenants tenants;
  private final Validator validator;

  PatientExtras(
      PatientCredits credits,
      PatientTags tags,
      QuickNotes notes,
      Tenants tenants,
      Validator validator) {
    this.credits = credits;
    this.tags = tags;
    this.notes = notes;
    this.tenants = tenants;
    this.validator = validator;
  }

  /** Which credits were seen. */
  static String seen(Page<PatientCreditSummary> given) {
    var ids = given.data().stream().map(PatientCreditSummary::id).toList();
    return Integer.toUnsignedString(ids.hashCode(), BASE);
  }

  /**
   * Gives credit, which not every role may. Its form is taken once.
   *
   * @throws Stale if the credits are not those that were seen
   */
  @Transactional
  public void giveCredit(String patientId, DeskMember by, Typed typed) {
    if (!by.role().mayGiveCredit()) {
      throw typed.forbidden(Map.of("amount", "patient.problem.credit.role"));
    }
    credits.hold(patientId);
    if (!seen(credits.page(patientId, true, true, PatientFile.FEW)).equals(typed.seen())) {
      throw new Stale();
    }
    var reasons = new HashMap<String, String>();
    var amount =
        TypedFigures.of(tenants.current())
            .money(typed.field("amount", ""))
            .filter(cents -> cents > 0)
            .orElse(0L);
    var day = typed.field("expires", "");
    var expires = day.isEmpty() ? null : Moment.parse(day);
    var wanted = PatientCreditCreate.of(amount, typed.orNone("comment"), expires, by.id());
    if (!day.isEmpty() && expires == null) {
      reasons.put("expires", "patient.problem.expires");
    }
    for (var violation : validator.validate(wanted)) {
      var field = violation.getPropertyPath().toString();
      reasons.put(
          field, field.equals("amount") ? "patient.problem.amount" : "patient.problem.long");
    }
    if (!reasons.isEmpty()) {
      throw typed.problem(reasons);
    }
    credits.grant(patientId, wanted);
  }

  /** Puts the tag of a name on a patient; managers and owners make one of a new name. */
  @Transactional
  public void tag(String patientId, DeskRole role, Typed typed) {
    var name = typed.field("tag", "");
    if (name.isEmpty()) {
      throw typed.problem(Map.of("tag", "patient.problem.tag"));
    }
    var known =
        tags.active().stream()
            .filter(tag -> isCalled(tag, name))
            .map(PatientTagSummary::id)
            .findFirst();
    if (known.isEmpty() && role == DeskRole.FRONT_DESK) {
      throw typed.problem(Map.of("tag", "patient.problem.tag.unknown"));
    }
    tags.putOn(patientId, known.orElseGet(() -> tags.define(wanted(name, typed)).id()));
  }

  private static boolean isCalled(PatientTagSummary tag, String name) {
    return tag.name().equalsIgnoreCase(name) || PatientSheet.label(tag).equalsIgnoreCase(name);
  }

  private PatientTagCreate wanted(String name, Typed typed) {
    var wanted = new PatientTagCreate(name, null, null, true);
    if (!validator.validate(wanted).isEmpty()) {
      throw typed.problem(Map.of("tag", "patient.problem.long"));
    }
    return wanted;
  }

  /** Takes a tag off. */
  public void untag(String patientId, String tagId) {
    tags.takeOff(patientId, tagId);
  }

  /** Writes a note about a patient. */
  public void write(String patientId, DeskMember by, Typed typed) {
    var wanted = new QuickNoteCreate(patientId, typed.field("note", ""), by.id(), null, null);
    for (var violation : validator.validate(wanted)) {
      if (violation.getPropertyPath().toString().equals("note")) {
        throw typed.problem(
            Map.of(
                "note", wanted.note().isEmpty() ? "patient.problem.note" : "patient.problem.long"));
      }
    }
    notes.write(wanted);
  }

  /**
   * Deletes a note about a patient.
   *
   * @throws Missing if there is no such note, or it is about somebody else
   */
  @Transactional
  public void deleteNote(String patientId, String noteId) {
    if (!notes.note(noteId).patientId().equals(patientId)) {
      throw Missing.a("Quick note");
    }
    notes.delete(noteId);
  }
}

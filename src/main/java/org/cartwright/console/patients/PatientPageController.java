package org.cartwright.console.patients;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.patients.PatientQueries;
import org.cartwright.patients.Patients;
import org.cartwright.patients.api.PatientsToArchive;
import org.cartwright.platform.paging.KeysetPosition;
import org.cartwright.platform.web.HtmlPages;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A patient's page, and the forms that stand on it. */
@Hidden
@Controller
class PatientPageController {

  private static final String PATIENT = PatientsController.PATH + "/{patient_id}";

  private final ConsolePages pages;
  private final PatientFile file;
  private final PatientExtras extras;
  private final Patients patients;
  private final PatientQueries known;

  PatientPageController(
      ConsolePages pages,
      PatientFile file,
      PatientExtras extras,
      Patients patients,
      PatientQueries known) {
    this.pages = pages;
    this.file = file;
    this.extras = extras;
    this.patients = patients;
    this.known = known;
  }

  @GetMapping(PATIENT)
  ResponseEntity<?> patient(
      @PathVariable("patient_id") String patientId,
      @RequestParam(name = "before", defaultValue = "") String before,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    return page(patientId, HistoryPlace.of(before), Trouble.NONE, session, request);
  }

  @PostMapping(PATIENT + "/archive")
  ResponseEntity<?> archive(
      @PathVariable("patient_id") String patientId,
      @RequestParam(name = "archived", defaultValue = "true") boolean archived,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    return doing(
        "archive",
        patientId,
        session,
        request,
        typed -> {
          known.get(patientId);
          patients.archive(new PatientsToArchive(List.of(patientId), archived));
        });
  }

  @PostMapping(PATIENT + "/credit")
  ResponseEntity<?> credit(
      @PathVariable("patient_id") String patientId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    return doing(
        "credit",
        patientId,
        session,
        request,
        typed -> extras.giveCredit(patientId, session.member(), typed));
  }

  @PostMapping(PATIENT + "/tags")
  ResponseEntity<?> tag(
      @PathVariable("patient_id") String patientId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    return doing(
        "tag",
        patientId,
        session,
        request,
        typed -> extras.tag(patientId, session.member().role(), typed));
  }

  @PostMapping(PATIENT + "/tags/{tag_id}/take-off")
  ResponseEntity<?> untag(
      @PathVariable("patient_id") String patientId,
      @PathVariable("tag_id") String tagId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    return doing("untag", patientId, session, request, typed -> extras.untag(patientId, tagId));
  }

  @PostMapping(PATIENT + "/notes")
  ResponseEntity<?> write(
      @PathVariable("patient_id") String patientId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    return doing(
        "note",
        patientId,
        session,
        request,
        typed -> extras.write(patientId, session.member(), typed));
  }

  @PostMapping(PATIENT + "/notes/{note_id}/delete")
  ResponseEntity<?> deleteNote(
      @PathVariable("patient_id") String patientId,
      @PathVariable("note_id") String noteId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    return doing(
        "unnote", patientId, session, request, typed -> extras.deleteNote(patientId, noteId));
  }

  /** Something that is done with what was typed into a form. */
  private interface Work {

    void with(Typed typed);
  }

  private ResponseEntity<?> doing(
      String form,
      String patientId,
      ConsoleSession session,
      HttpServletRequest request,
      Work work) {
    var typed = Typed.of(form, request);
    var trouble = Trouble.of(typed, () -> work.with(typed));
    return trouble.isNone()
        ? to(patientId)
        : page(patientId, KeysetPosition.BEGINNING, trouble, session, request);
  }

  static ResponseEntity<?> to(String patientId) {
    return ConsolePages.seeOther(PatientsController.PATH + "/" + patientId);
  }

  private ResponseEntity<?> page(
      String patientId,
      KeysetPosition before,
      Trouble trouble,
      ConsoleSession session,
      HttpServletRequest request) {
    var words = file.open(patientId, before);
    words.put("role", session.member().role());
    trouble.tell(words);
    return HtmlPages.page(trouble.status()).body(pages.page("patient", request, words));
  }
}

package org.cartwright.console.patients;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.patients.PatientQueries;
import org.cartwright.patients.api.PatientSummary;
import org.cartwright.platform.trail.Trail;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.staff.Providers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where a patient is entered, and where a record is changed. */
@Hidden
@Controller
class PatientFormController {

  private static final String NEW = HtmlPages.CONSOLE + "/new-patient";
  private static final String EDIT = PatientsController.PATH + "/{patient_id}/edit";
  private static final String FORM = "patient";

  private final ConsolePages pages;
  private final PatientDesk desk;
  private final PatientQueries patients;
  private final Providers providers;

  PatientFormController(
      ConsolePages pages, PatientDesk desk, PatientQueries patients, Providers providers) {
    this.pages = pages;
    this.desk = desk;
    this.patients = patients;
    this.providers = providers;
  }

  @GetMapping(NEW)
  ResponseEntity<?> fresh(HttpServletRequest request) {
    return page(null, Trouble.NONE, request);
  }

  @PostMapping(NEW)
  ResponseEntity<?> enter(HttpServletRequest request) {
    var typed = Typed.of(FORM, request);
    return Trouble.answering(
        typed,
        () -> desk.enter(typed).id(),
        PatientPageController::to,
        trouble -> page(null, trouble, request));
  }

  @GetMapping(EDIT)
  ResponseEntity<?> edit(@PathVariable("patient_id") String patientId, HttpServletRequest request) {
    return page(patients.get(patientId), Trouble.NONE, request);
  }

  @PostMapping(EDIT)
  ResponseEntity<?> change(
      @PathVariable("patient_id") String patientId, HttpServletRequest request) {
    var typed = Typed.of(FORM, request);
    return Trouble.answering(
        typed,
        () -> desk.change(patientId, typed).id(),
        PatientPageController::to,
        trouble -> page(patients.get(patientId), trouble, request));
  }

  private ResponseEntity<?> page(
      @Nullable PatientSummary patient, Trouble trouble, HttpServletRequest request) {
    var words = new HashMap<String, Object>();
    if (patient != null) {
      Trail.shows("patient", patient.id());
      words.put("id", patient.id());
      words.put("name", PatientSheet.named(patient));
    }
    words.put("form", patient == null ? PatientForm.EMPTY : PatientForm.of(patient));
    words.put("providers", providers.all(null));
    trouble.tell(words);
    return HtmlPages.page(trouble.status()).body(pages.page("patient-form", request, words));
  }
}

package org.cartwright.patients.credit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.Paging;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Patients' credit over HTTP. */
@RestController
@RequestMapping("/user/patient/{patient_id}/credit")
@Tag(name = "Patient credit", description = "Money of patients that the clinic holds.")
class PatientCreditController {

  private final PatientCredits credits;

  PatientCreditController(PatientCredits credits) {
    this.credits = credits;
  }

  @GetMapping
  @Operation(operationId = "get_patient_credits_user_patient__patient_id__credit_get")
  Page<PatientCreditSummary> page(
      @PathVariable("patient_id") String patientId,
      @RequestParam(name = "page", defaultValue = "1") @Min(1) int page,
      @RequestParam(name = "per_page", defaultValue = "50") @Min(1) @Max(100) int perPage,
      @RequestParam(name = "include_expired", defaultValue = "false") boolean includeExpired,
      @RequestParam(name = "include_used", defaultValue = "true") boolean includeUsed) {
    return credits.page(patientId, includeExpired, includeUsed, new Paging(page, perPage));
  }

  @PostMapping
  @Operation(operationId = "create_patient_credit_user_patient__patient_id__credit_post")
  PatientCreditSummary grant(
      @PathVariable("patient_id") String patientId, @RequestBody PatientCreditCreate wanted) {
    return credits.grant(patientId, wanted);
  }

  @GetMapping("/{credit_id}")
  @Operation(operationId = "get_patient_credit")
  PatientCreditSummary credit(
      @PathVariable("patient_id") String patientId, @PathVariable("credit_id") String creditId) {
    return credits.credit(patientId, creditId);
  }

  @PatchMapping("/{credit_id}")
  @Operation(
      operationId = "update_patient_credit_user_patient__patient_id__credit__credit_id__patch")
  PatientCreditSummary change(
      @PathVariable("patient_id") String patientId,
      @PathVariable("credit_id") String creditId,
      @RequestBody PatientCreditUpdate wanted) {
    return credits.change(patientId, creditId, wanted);
  }

  @DeleteMapping("/{credit_id}")
  @Operation(
      operationId = "delete_patient_credit_user_patient__patient_id__credit__credit_id__delete")
  Map<String, Object> delete(
      @PathVariable("patient_id") String patientId, @PathVariable("credit_id") String creditId) {
    credits.delete(patientId, creditId);
    return Map.of("message", "The credit is deleted.");
  }

  @GetMapping("/available")
  @Operation(operationId = "get_available_credit_user_patient__patient_id__credit_available_get")
  AvailableCreditResponse available(@PathVariable("patient_id") String patientId) {
    return credits.usable(patientId);
  }
}

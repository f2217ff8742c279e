package org.cartwright.patients.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cartwright.patients.PatientQueries;
import org.cartwright.patients.Patients;
import org.cartwright.patients.api.ExternalIdTakenBody;
import org.cartwright.patients.api.PatientChart;
import org.cartwright.patients.api.PatientCreate;
import org.cartwright.patients.api.PatientLanguage;
import org.cartwright.patients.api.PatientSummary;
import org.cartwright.patients.api.PatientSummaryWithMemberships;
import org.cartwright.patients.api.PatientUpdate;
import org.cartwright.patients.api.PatientsToArchive;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Patients over HTTP. */
@RestController
@RequestMapping("/user/patient")
@Tag(name = "Patients", description = "The people carts, quotes and charges are for.")
class PatientController {

  private final Patients patients;
  private final PatientQueries queries;

  PatientController(Patients patients, PatientQueries queries) {
    this.patients = patients;
    this.queries = queries;
  }

  @PostMapping("/create")
  @Operation(
      operationId = "patient_create_user_patient_create_post",
      responses = {
        @ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true),
        @ApiResponse(
            responseCode = "409",
            description =
                "The id or the external id is taken; for an external id, the patient who has it "
                    + "is named.",
            content = @Content(schema = @Schema(implementation = ExternalIdTakenBody.class)))
      })
  PatientSummary create(@RequestBody PatientCreate wanted) {
    return patients.enter(wanted);
  }

  @PutMapping("/{id}")
  @Operation(
      operationId = "update_patient_user_patient__id__put",
      responses = {
        @ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true),
        @ApiResponse(
            responseCode = "409",
            description = "The external id is taken; the patient who has it is named.",
            content = @Content(schema = @Schema(implementation = ExternalIdTakenBody.class)))
      })
  PatientSummary update(@PathVariable String id, @RequestBody PatientUpdate wanted) {
    return patients.change(id, wanted);
  }

  @GetMapping("/{patient_id}")
  @Operation(operationId = "get_patient_user_patient__patient_id__get")
  PatientChart chart(@PathVariable("patient_id") String patientId) {
    return queries.chart(patientId);
  }

  @GetMapping("/{patient_id}/language")
  @Operation(operationId = "get_patient_language")
  PatientLanguage language(@PathVariable("patient_id") String patientId) {
    return patients.language(patientId);
  }

  @PutMapping("/{patient_id}/language")
  @Operation(operationId = "set_patient_language")
  PatientLanguage speak(
      @PathVariable("patient_id") String patientId, @RequestBody PatientLanguage wanted) {
    return patients.speak(patientId, wanted);
  }

  @GetMapping("/list")
  @Operation(operationId = "list_patient_by_ids_user_patient_list_get")
  List<PatientSummary> list(
      @RequestParam(name = "patient_ids", required = false) @Size(max = 500)
          @Nullable List<String> patientIds) {
    return queries.all(patientIds == null ? List.of() : patientIds);
  }

  @GetMapping("/search")
  @Operation(operationId = "search_user_patient_search_get")
  List<PatientSummaryWithMemberships> search(
      @Parameter(example = "doe jan")
          @RequestParam(name = "search_term", required = false)
          @Size(max = 200)
          @Nullable String searchTerm,
      @RequestParam(name = "n", required = false, defaultValue = "10") @Min(1) @Max(1000)
          Integer n) {
    return queries.search(searchTerm, n);
  }

  @PostMapping("/archive")
  @Operation(operationId = "change_patient_archived_status_user_patient_archive_post")
  boolean archive(@RequestBody PatientsToArchive wanted) {
    patients.archive(wanted);
    return true;
  }

  @GetMapping("/external-id-exists/{external_id}")
  @Operation(operationId = "external_id_exists_user_patient_external_id_exists__external_id__get")
  boolean externalIdExists(@PathVariable("external_id") String externalId) {
    return queries.externalIdExists(externalId);
  }
}

package org.cartwright.privacy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.cartwright.platform.web.PdfResponse;
import org.cartwright.privacy.PatientErasures;
import org.cartwright.privacy.PatientExports;
import org.cartwright.privacy.api.ErasureBlockedBody;
import org.cartwright.privacy.api.PatientErasure;
import org.cartwright.privacy.api.PatientErasureRequest;
import org.cartwright.privacy.api.PatientExport;
import org.cartwright.privacy.print.ExportPrinter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is held about patients, and that it goes, over HTTP. */
@RestController
@RequestMapping("/user/patient/{patient_id}")
@Tag(name = "Privacy", description = "What is held about a patient.")
class PrivacyController {

  private final PatientExports exports;
  private final PatientErasures erasures;
  private final ExportPrinter printer;

  PrivacyController(PatientExports exports, PatientErasures erasures, ExportPrinter printer) {
    this.exports = exports;
    this.erasures = erasures;
    this.printer = printer;
  }

  @GetMapping("/export")
  @Operation(operationId = "export_patient")
  PatientExport export(@PathVariable("patient_id") String patientId) {
    return exports.of(patientId);
  }

  @GetMapping("/export.pdf")
  @PdfResponse.Answered
  @Operation(operationId = "print_patient_export")
  ResponseEntity<byte[]> print(@PathVariable("patient_id") String patientId) {
    return PdfResponse.named("patient-" + patientId, printer.print(exports.of(patientId)));
  }

  @PostMapping("/erasure")
  @Operation(
      operationId = "erase_patient",
      responses = {
        @ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true),
        @ApiResponse(
            responseCode = "409",
            description =
                "The patient cannot be erased yet; everything that has to be settled first is "
                    + "named. Nothing changed.",
            content = @Content(schema = @Schema(implementation = ErasureBlockedBody.class)))
      })
  PatientErasure erase(
      @PathVariable("patient_id") String patientId, @RequestBody PatientErasureRequest wanted) {
    return erasures.erase(patientId, wanted);
  }
}

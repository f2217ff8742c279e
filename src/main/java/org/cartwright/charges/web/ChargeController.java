package org.cartwright.charges.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.cartwright.charges.api.ChargeDetailWithItems;
import org.cartwright.charges.api.ChargeStatus;
import org.cartwright.charges.api.ChargeTimeline;
import org.cartwright.charges.reading.ChargeQueries;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.web.JsonArrayStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Charges over HTTP. They are opened by converting carts and quotes. */
@RestController
@RequestMapping("/billing/charge")
@Tag(name = "Charges", description = "What patients owe, and what happened to it.")
class ChargeController {

  private final ChargeQueries queries;
  private final JsonArrayStream wholeList;

  ChargeController(ChargeQueries queries, JsonArrayStream wholeList) {
    this.queries = queries;
    this.wholeList = wholeList;
  }

  @GetMapping("/list")
  @Operation(
      operationId = "get_charges_billing_charge_list_get",
      responses =
          @ApiResponse(
              responseCode = "200",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      array =
                          @ArraySchema(
                              schema = @Schema(implementation = ChargeDetailWithItems.class)))))
  void list(
      @RequestParam(name = "patient_id", required = false) @Nullable String patientId,
      @RequestParam(name = "status", required = false) @Nullable ChargeStatus status,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException {
    wholeList.write(position -> queries.chunk(patientId, status, position), response);
  }

  @GetMapping("/get/{id}")
  @Operation(operationId = "get_charge_by_id_billing_charge_get__id__get")
  ChargeDetailWithItems get(@PathVariable String id) {
    return queries.get(id);
  }

  @GetMapping("/timeline")
  @Operation(operationId = "get_charge_timeline_billing_charge_timeline_get")
  List<ChargeTimeline> timeline(
      @RequestParam(name = "charge_id", required = false) @Nullable String chargeId,
      @RequestParam(name = "payment_id", required = false) @Nullable String paymentId) {
    var charge = Objects.requireNonNullElse(chargeId, "");
    var payment = Objects.requireNonNullElse(paymentId, "");
    if (!charge.isEmpty() && payment.isEmpty()) {
      return queries.timelineOfCharge(charge);
    }
    if (!payment.isEmpty() && charge.isEmpty()) {
      return queries.timelineOfPayment(payment);
    }
    throw new InvalidRequest(
        Violation.of(List.of("query"), "name exactly one of charge_id and payment_id"));
  }
}

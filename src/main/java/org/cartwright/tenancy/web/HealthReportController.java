package org.cartwright.tenancy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.cartwright.platform.errors.Missing;
import org.cartwright.tenancy.Tenants;
import org.cartwright.tenancy.health.HealthFindings;
import org.cartwright.tenancy.health.HealthReport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The report on the health of what is stored. It is written while the clinics are looked at, so
 * there is nothing to be kept between two requests, and whoever hangs up has it stopped.
 */
@RestController
@RequestMapping("/platform/health-report")
@Tag(name = "Platform")
class HealthReportController {

  private final HealthReport report;
  private final Tenants tenants;
  private final JsonMapper json;
  private final Clock clock;

  HealthReportController(HealthReport report, Tenants tenants, JsonMapper json, Clock clock) {
    this.report = report;
    this.tenants = tenants;
    this.json = json;
    this.clock = clock;
  }

  @GetMapping
  @Operation(
      operationId = "report_health",
      responses =
          @ApiResponse(
              responseCode = "200",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(implementation = HealthFindings.class))))
  void report(
      @RequestParam(name = "tenant", required = false) @Nullable String tenant,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException {
    var all = tenants.ids();
    if (tenant != null && !all.contains(tenant)) {
      throw Missing.a("Tenant");
    }
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    var written = json.createGenerator(response.getOutputStream());
    written.writeStartObject();
    written.writePOJOProperty("startedDate", clock.instant());
    written.writeArrayPropertyStart("progress");
    written.flush();
    var checks =
        report.over(
            tenant == null ? all : List.of(tenant),
            progress -> {
              written.writePOJO(progress);
              written.flush();
            });
    written.writeEndArray();
    written.writePOJOProperty("checks", checks);
    written.writeBooleanProperty("healthy", checks.stream().allMatch(check -> check.broken() == 0));
    written.writePOJOProperty("finishedDate", clock.instant());
    written.writeEndObject();
    written.close(); // not if looking fails: it would end the answer as if that was all
  }
}

package org.cartwright.tenancy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.cartwright.documents.Logo;
import org.cartwright.tenancy.Tenant;
import org.cartwright.tenancy.TenantCreate;
import org.cartwright.tenancy.keys.ApiKeys;
import org.cartwright.tenancy.operator.TenantAdministration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The operator's side: setting up clinics and their keys. */
@RestController
@RequestMapping("/platform/tenants")
@Tag(name = "Platform", description = "For the operator: clinics and their API keys.")
class PlatformController {

  private final TenantAdministration operator;

  PlatformController(TenantAdministration operator) {
    this.operator = operator;
  }

  @Schema(name = "TenantSummary", description = "A clinic that uses the service.")
  record TenantSummary(
      @Schema(example = "glow-clinic") String tenant,
      @Schema(example = "Glow Clinic") String name,
      @Schema(example = "America/New_York") String timeZone,
      int inactivityDays,
      @Schema(example = "USD") String currency,
      @Schema(example = "en-US") String locale,
      Instant createdDate) {

    static TenantSummary of(Tenant tenant) {
      return new TenantSummary(
          tenant.id(),
          tenant.name(),
          tenant.timeZone().getId(),
          tenant.inactivityDays(),
          tenant.currency().getCurrencyCode(),
          tenant.locale().toLanguageTag(),
          tenant.createdDate());
    }
  }

  @Schema(name = "ApiKeyIssued", description = "A new key. Its secret is shown only once.")
  record ApiKeyIssued(
      @Schema(description = "Names the key when it is to be revoked.", example = "5f0c1a2b3c4d5e6f")
          String keyId,
      @Schema(description = "What clients send as `API-KEY`.") String apiKey) {

    static ApiKeyIssued of(ApiKeys.Issued issued) {
      return new ApiKeyIssued(issued.keyId(), issued.apiKey());
    }
  }

  @Schema(name = "TenantIssued", description = "A new clinic and its first key.")
  record TenantIssued(TenantSummary tenant, ApiKeyIssued key) {}

  @PostMapping
  @ResponseStatus(HttpStatus.OK)
  @Operation(operationId = "set_up_tenant")
  TenantIssued setUp(@RequestBody TenantCreate wanted) {
    var opened = operator.setUp(wanted);
    return new TenantIssued(TenantSummary.of(opened.tenant()), ApiKeyIssued.of(opened.key()));
  }

  @GetMapping
  @Operation(operationId = "list_tenants")
  List<TenantSummary> list() {
    return operator.tenants().stream().map(TenantSummary::of).toList();
  }

  @PostMapping("/{tenant}/keys")
  @Operation(operationId = "issue_key")
  ApiKeyIssued issue(@PathVariable String tenant) {
    return ApiKeyIssued.of(operator.issue(tenant));
  }

  @DeleteMapping("/{tenant}/keys/{key_id}")
  @Operation(operationId = "revoke_key")
  boolean revoke(@PathVariable String tenant, @PathVariable("key_id") String keyId) {
    operator.revoke(tenant, keyId);
    return true;
  }

  @PutMapping(
      path = "/{tenant}/logo",
      consumes = {MediaType.IMAGE_PNG_VALUE, MediaType.IMAGE_JPEG_VALUE})
  @Operation(
      operationId = "hang_logo",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = {
                @Content(
                    mediaType = MediaType.IMAGE_PNG_VALUE,
                    schema = @Schema(type = "string", format = "binary")),
                @Content(
                    mediaType = MediaType.IMAGE_JPEG_VALUE,
                    schema = @Schema(type = "string", format = "binary"))
              }))
  boolean hangLogo(
      @PathVariable String tenant, @Parameter(hidden = true) HttpServletRequest request)
      throws IOException {
    operator.hangLogo(tenant, request.getInputStream().readNBytes(Logo.MAX_BYTES + 1));
    return true;
  }
}

package org.cartwright.tenancy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.cartwright.platform.limits.Allowance;
import org.cartwright.platform.limits.OwnLimits;
import org.cartwright.platform.limits.TenantLimits;
import org.cartwright.tenancy.operator.TenantAdministration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The operator's side: how much a clinic may ask. */
@RestController
@RequestMapping("/platform/tenants/{tenant}/limits")
@Tag(name = "Platform")
class TenantLimitController {

  private final TenantAdministration operator;
  private final TenantLimits limits;

  TenantLimitController(TenantAdministration operator, TenantLimits limits) {
    this.operator = operator;
    this.limits = limits;
  }

  @Schema(name = "TenantLimits", description = "How much a clinic may ask of each instance.")
  record LimitsOfTenant(OwnLimits own, Allowance inForce) {}

  @GetMapping
  @Operation(operationId = "read_limits")
  LimitsOfTenant read(@PathVariable String tenant) {
    return told(operator.limits(tenant));
  }

  @PutMapping
  @Operation(operationId = "set_limits")
  LimitsOfTenant set(@PathVariable String tenant, @RequestBody OwnLimits wanted) {
    return told(operator.limit(tenant, wanted));
  }

  private LimitsOfTenant told(OwnLimits own) {
    return new LimitsOfTenant(own, limits.with(own));
  }
}

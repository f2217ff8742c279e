package org.cartwright.staff.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.cartwright.staff.Providers;
import org.cartwright.staff.api.FirebaseProviderSummary;
import org.cartwright.staff.api.ProviderInvite;
import org.cartwright.staff.api.ProviderSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Providers over HTTP. */
@RestController
@RequestMapping("/admin/providers")
@Tag(name = "Providers", description = "The people who create carts and quotes.")
class ProviderController {

  private final Providers providers;

  ProviderController(Providers providers) {
    this.providers = providers;
  }

  @GetMapping("/list")
  @Operation(operationId = "list_providers_admin_providers_list_get")
  List<FirebaseProviderSummary> list(
      @RequestParam(name = "include_decoda", required = false, defaultValue = "true")
          boolean includeDecoda,
      @RequestParam(name = "location_id", required = false) @Nullable String locationId) {
    return providers.all(locationId);
  }

  @PostMapping("/invite")
  @Operation(operationId = "invite_provider_admin_providers_invite_post")
  ProviderSummary invite(
      @RequestParam(name = "send_email", required = false, defaultValue = "true") boolean sendEmail,
      @RequestBody ProviderInvite invited) {
    return providers.invite(invited);
  }

  @GetMapping("/{provider_id}")
  @Operation(operationId = "get_provider_admin_providers__provider_id__get")
  ProviderSummary provider(@PathVariable("provider_id") String providerId) {
    return providers.provider(providerId);
  }
}

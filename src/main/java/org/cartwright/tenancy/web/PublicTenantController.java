package org.cartwright.tenancy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.cartwright.platform.json.Default;
import org.cartwright.tenancy.Tenant;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a clinic shows of itself. */
@RestController
@Tag(name = "Tenant", description = "What a clinic shows of itself to everyone.")
class PublicTenantController {

  private final Tenants tenants;

  PublicTenantController(Tenants tenants) {
    this.tenants = tenants;
  }

  enum Module {
    TEXTING,
    CALLING,
    PAYMENTS,
    SCRIBE,
    SCHEDULING,
    FORMS,
    INVENTORY,
    LOCATIONS,
    CALENDAR_PATIENT_STATUS,
    SPAKINECT,
    SCRIBE_MEDICAL_CODES,
    DOSESPOT,
    CLOCK_IN,
    EMAILS,
    GOOGLE_RWG
  }

  enum ServiceDisplayMode {
    GRID,
    MENU
  }

  /** The clinic's public face; what belongs to products beside this service is empty or off. */
  @Schema(
      name = "PublicTenant",
      description = "The clinic's public details. What belongs to other products is empty or off.")
  record PublicTenant(
      @Schema(example = "Demo Clinic") String name,
      @Schema(example = "demo") String subDomain,
      String homePage,
      String phoneNumber,
      String logoUrl,
      @Schema(description = "A line that is printed on receipts.") String manualInvoiceText,
      @Nullable String slogan,
      @Default("[]") List<String> providerDeactivatedPages,
      @Default("[]") List<String> patientDeactivatedPages,
      @Default("[]") List<Module> enabledModules,
      @Default("false") boolean hidePatientPaymentPlans,
      boolean passFeeToPatient,
      @Default("[]") List<String> requiredPatientFields,
      @Nullable String selfSchedulingRedirectUrl,
      @Default("false") boolean allowMultipleBookingsForDifferentAppointments,
      @Default("1") int maxSelfScheduleServices,
      @Nullable String mailDomain,
      @Default("false") boolean mailReceivingEnabled,
      @Default("false") boolean createCreditFromBookingFee,
      @Default("\"GRID\"") ServiceDisplayMode serviceDisplayMode,
      @Nullable String receiptLogoUrl,
      @Nullable String googleTagManagerId) {

    static PublicTenant of(Tenant tenant) {
      return new PublicTenant(
          tenant.name(),
          tenant.id(),
          tenant.homePage(),
          tenant.phoneNumber(),
          tenant.logoUrl(),
          tenant.invoiceText(),
          tenant.slogan(),
          List.of(),
          List.of(),
          List.of(Module.PAYMENTS, Module.INVENTORY),
          true,
          false,
          List.of(),
          null,
          false,
          1,
          null,
          false,
          false,
          ServiceDisplayMode.GRID,
          null,
          null);
    }
  }

  @GetMapping("/tenant/public")
  @Operation(operationId = "detail_tenant_public_get")
  PublicTenant publicTenant() {
    return PublicTenant.of(tenants.current());
  }
}

package org.cartwright.tenancy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a clinic says of itself and may change, within the bounds in which it was set up.
 *
 * @param invoiceText a line for invoices paid by hand
 * @param inactivityDays after how many days without a change a draft cart counts as abandoned
 */
public record TenantProfile(
    @Size(min = 1, max = 200) String name,
    @Size(max = 50) String phoneNumber,
    @Size(max = 500) String homePage,
    @Size(max = 500) @Nullable String slogan,
    @Size(max = 2000) String invoiceText,
    @Min(1) @Max(3650) int inactivityDays) {

  public static TenantProfile of(Tenant tenant) {
    return new TenantProfile(
        tenant.name(),
        tenant.phoneNumber(),
        tenant.homePage(),
        tenant.slogan(),
        tenant.invoiceText(),
        tenant.inactivityDays());
  }
}

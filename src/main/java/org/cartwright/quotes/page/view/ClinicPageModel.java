package org.cartwright.quotes.page.view;

import org.cartwright.platform.format.PhoneNumber;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * The clinic as it stands on its pages.
 *
 * @param logo where its logo is
 * @param phoneLink what a telephone dials for {@code phone}
 */
public record ClinicPageModel(
    String name, @Nullable String logo, @Nullable String phone, @Nullable String phoneLink) {

  public static ClinicPageModel of(Tenant tenant, boolean hasLogo) {
    var dialled = PhoneNumber.inPlainDigits(tenant.phoneNumber()).replaceAll("[^0-9+]", "");
    return new ClinicPageModel(
        tenant.name(),
        hasLogo ? HtmlPages.PATH + "/" + tenant.id() + "/logo" : null,
        tenant.phoneNumber().isBlank() ? null : tenant.phoneNumber(),
        dialled.isEmpty() ? null : "tel:" + dialled);
  }
}

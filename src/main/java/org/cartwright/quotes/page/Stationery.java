package org.cartwright.quotes.page;

import org.cartwright.platform.web.ForPeople;
import org.cartwright.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * The clinic as it stands on its pages.
 *
 * @param logo where its logo is
 * @param phoneLink what a telephone dials for {@code phone}
 */
record Stationery(
    String name, @Nullable String logo, @Nullable String phone, @Nullable String phoneLink) {

  static Stationery of(Tenant tenant, boolean hasLogo) {
    var dialled = tenant.phoneNumber().replaceAll("[^0-9+]", "");
    return new Stationery(
        tenant.name(),
        hasLogo ? ForPeople.PATH + "/" + tenant.id() + "/logo" : null,
        tenant.phoneNumber().isBlank() ? null : tenant.phoneNumber(),
        dialled.isEmpty() ? null : "tel:" + dialled);
  }
}

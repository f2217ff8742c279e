package org.cartwright.pricing.taxes;

import org.jspecify.annotations.Nullable;

/**
 * Where something is sold to, as far as taxes care: where the patient is at home, or the address
 * that the goods go to. Whatever is not known is absent.
 *
 * @param location the id of the patient's primary location
 * @param country the country's code, as {@code US}
 * @param region the region, as {@code CA}
 * @param postalCode the postal code as it was written
 */
public record TaxPlace(
    @Nullable String location,
    @Nullable String country,
    @Nullable String region,
    @Nullable String postalCode) {

  /** Nothing is known of it: only what is levied everywhere applies. */
  public static final TaxPlace UNKNOWN = new TaxPlace(null, null, null, null);

  /** Where a patient is at home. */
  public static TaxPlace of(@Nullable String location) {
    return new TaxPlace(location, null, null, null);
  }

  /** An address. */
  public static TaxPlace at(
      @Nullable String country, @Nullable String region, @Nullable String postalCode) {
    return new TaxPlace(null, country, region, postalCode);
  }
}

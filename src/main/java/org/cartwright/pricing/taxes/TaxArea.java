package org.cartwright.pricing.taxes;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a tax is levied. Each of the three says nothing if it is empty; a tax is levied where all
 * of them hold.
 *
 * @param locations the ids of patients' primary locations
 * @param regions regions as addresses name them, {@code CA}, with their country, {@code US-CA}, or
 *     all of a country, {@code DE-*}; case and spaces do not count
 * @param postalCodes some of which a postal code has to fit
 */
public record TaxArea(
    Set<String> locations, Set<String> regions, Set<PostalCodePattern> postalCodes) {

  /** Everywhere. */
  public static final TaxArea EVERYWHERE = new TaxArea(Set.of(), Set.of(), Set.of());

  private static final Pattern SPACES = Pattern.compile("\\s+");

  public TaxArea {
    locations = Set.copyOf(locations);
    regions = Set.copyOf(regions);
    postalCodes = Set.copyOf(postalCodes);
  }

  /** At these locations; everywhere if there are none. */
  public static TaxArea ofLocations(Set<String> locations) {
    return new TaxArea(locations, Set.of(), Set.of());
  }

  /** In these regions and postal codes; wherever the postal code fits if there are no regions. */
  public static TaxArea ofAddresses(Set<String> regions, Set<PostalCodePattern> postalCodes) {
    return new TaxArea(Set.of(), regions, postalCodes);
  }

  /** Whether a place is in it; one of which too little is known is not. */
  public boolean contains(TaxPlace place) {
    return isIn(locations, place.location())
        && (regions.isEmpty() || isInRegion(place))
        && (postalCodes.isEmpty() || fitsPostalCode(place.postalCode()));
  }

  private static boolean isIn(Set<String> named, @Nullable String one) {
    return named.isEmpty() || (one != null && named.contains(one));
  }

  private boolean isInRegion(TaxPlace place) {
    var possible = new HashSet<String>();
    var country = place.country() == null ? null : plain(place.country()) + "-";
    if (country != null) {
      possible.add(country + "*");
    }
    if (place.region() != null) {
      var region = plain(place.region());
      possible.add(region);
      possible.add(country == null ? region : country + region);
    }
    return regions.stream().map(TaxArea::plain).anyMatch(possible::contains);
  }

  private boolean fitsPostalCode(@Nullable String postalCode) {
    if (postalCode == null) {
      return false;
    }
    var plain = plain(postalCode);
    return postalCodes.stream().anyMatch(codes -> codes.fits(plain));
  }

  /** What is written, where case and spaces do not count. */
  static String plain(String written) {
    return SPACES.matcher(written).replaceAll("").toUpperCase(Locale.ROOT);
  }
}

package org.cartwright.pricing.taxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxAreaTests {

  @ParameterizedTest(name = "{0} in {1}-{2}: {3}")
  @CsvSource({
    "CA, US, CA, true",
    "CA, US, ca, true",
    "New York, US, NEWYORK, true",
    "US-CA, US, CA, true",
    "us-ca, US, CA, true",
    "US-CA, DE, CA, false",
    "US-CA, , US-CA, true",
    "CA, US, NY, false",
    "CA, US, , false",
    "CA, , CA, true",
    "DE-*, DE, BY, true",
    "de-*, DE, , true",
    "DE-*, US, DE, false",
    "DE-*, , DE, false",
    "DE-*, , , false",
  })
  void namesRegionsWithOrWithoutTheirCountry(
      String named, String country, String region, boolean isIn) {
    assertThat(
            TaxArea.ofAddresses(Set.of(named), Set.of())
                .contains(TaxPlace.at(country, region, null)))
        .isEqualTo(isIn);
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({
    "94107, 94107, true",
    "94107, 9410, false",
    "94107, 941070, false",
    "94*, 94107, true",
    "94*, 94, true",
    "94*, 9, false",
    "sw1a 1*, SW1A1AA, true",
    "SW1A1AA, sw1a 1aa, true",
    "*, 1, true",
    "*, , false",
    "94.07, 94107, false",
  })
  void fitsPostalCodesByTheirBeginningOrWhole(String pattern, String postalCode, boolean fits) {
    assertThat(
            TaxArea.ofAddresses(Set.of(), Set.of(new PostalCodePattern(pattern)))
                .contains(TaxPlace.at("US", "CA", postalCode)))
        .isEqualTo(fits);
  }

  @Test
  void isWhereAllThatItSaysHolds() {
    var area = TaxArea.ofAddresses(Set.of("CA"), Set.of(new PostalCodePattern("94*")));

    assertThat(area.contains(TaxPlace.at("US", "CA", "94107"))).isTrue();
    assertThat(area.contains(TaxPlace.at("US", "CA", "10001"))).isFalse();
    assertThat(area.contains(TaxPlace.at("US", "NY", "94107"))).isFalse();
    assertThat(area.contains(TaxPlace.UNKNOWN)).isFalse();
    assertThat(TaxArea.EVERYWHERE.contains(TaxPlace.UNKNOWN)).isTrue();
    assertThat(TaxArea.ofLocations(Set.of("north")).contains(TaxPlace.at("US", "CA", "94107")))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "9*1", "**", "*9"})
  void hasNoStarButAtTheEnd(String pattern) {
    assertThat(PostalCodePattern.isPossible(pattern)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new PostalCodePattern(pattern));
  }
}

package org.cartwright.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTests {

  private static final Clock JUNE_2026 =
      Clock.fixed(Instant.parse("2026-06-30T12:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "2026-07-04T04:00:00Z,        'Friday 3 July, 23:59'",
    "2026-07-04T03:59:59.999999Z, 'Friday 3 July, 23:59'",
    "2026-07-03T19:30:59Z,        'Friday 3 July, 15:30'",
    "2026-07-04T04:00:01Z,        'Saturday 4 July, 00:00'",
    "2027-01-01T05:00:00Z,        'Thursday 31 December, 23:59'",
    "2027-01-01T05:01:00Z,        'Friday 1 January 2027, 00:01'"
  })
  void whatEndsWithADayEndsInItsLastMinuteAtTheClinic(Instant end, String said) {
    assertThat(Times.read(ZoneId.of("America/New_York"), JUNE_2026).until(end)).isEqualTo(said);
  }
}

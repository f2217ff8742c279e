package org.cartwright.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTests {

  @ParameterizedTest
  @CsvSource({
    "2030-05-06T07:08:09Z, 2030-05-06T07:08:09Z",
    "2030-05-06T07:08:09z, 2030-05-06T07:08:09Z",
    "2030-05-06t07:08:09z, 2030-05-06T07:08:09Z",
    "2030-05-06 07:08:09Z, 2030-05-06T07:08:09Z",
    "2030-05-06T07:08:09, 2030-05-06T07:08:09Z",
    "2030-05-06 07:08:09, 2030-05-06T07:08:09Z",
    "2030-05-06T07:08, 2030-05-06T07:08:00Z",
    "2030-05-06T07:08Z, 2030-05-06T07:08:00Z",
    "2030-05-06T07:08:09+02:00, 2030-05-06T05:08:09Z",
    "2030-05-06T07:08:09-05:00, 2030-05-06T12:08:09Z",
    "2030-05-06T07:08:09-00:00, 2030-05-06T07:08:09Z",
    "2030-05-06T07:08:09.1Z, 2030-05-06T07:08:09.100Z",
    "2030-05-06T07:08:09.123456Z, 2030-05-06T07:08:09.123456Z",
    "2030-05-06T07:08:09.123456789Z, 2030-05-06T07:08:09.123456Z",
    "2028-02-29T00:00:00Z, 2028-02-29T00:00:00Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999Z"
  })
  void aMomentMayBeSpelledInManyWays(String text, Instant instant) {
    assertThat(instantOf(text)).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Z",
        "now",
        "tomorrow",
        "2030",
        "2030-05",
        "2030-5-6",
        "20300506",
        "2030-13-01",
        "2029-02-29",
        "2030-02-30T00:00:00Z",
        "2030-05-06T24:00:01Z",
        "2030-05-06T07:60:00Z",
        "2030-05-06T07:08:61Z",
        "2030-05-06T07:08:09+25:00",
        "2030-05-06T07:08:09 02:00",
        "2030-05-06T07:08:09[Europe/Berlin]",
        "2030-05-06T07:08:09Z[UTC]",
        "2030-05-06T07:08:09ZZ",
        "2030-05-06T07:08:09.1234567890123Z",
        "2030-05-06X07:08:09Z",
        "2030-05-06T",
        "0000-01-01",
        "0000-12-31T23:59:59Z",
        "0001-01-01T00:00:00+01:00",
        "9999-12-31T23:59:59-01:00",
        "10000-01-01",
        "+12030-05-06T07:08:09Z",
        "-2030-05-06T07:08:09Z",
        "1893456000",
        "٢٠٣٠-٠٥-٠٦"
      })
  void whatIsNoMomentIsNone(String text) {
    assertThat(Moment.parse(text)).isNull();
  }

  @Test
  void aDateAloneIsTheLastMicrosecondOfThatDayWhereItIsAsked() {
    var day = Objects.requireNonNull(Moment.parse("2030-05-06"));

    assertThat(day.lastInstantIn(() -> ZoneOffset.UTC)).isEqualTo("2030-05-06T23:59:59.999999Z");
    assertThat(day.lastInstantIn(() -> ZoneId.of("America/New_York")))
        .isEqualTo("2030-05-07T03:59:59.999999Z");
    assertThat(day.lastInstantIn(() -> ZoneId.of("Pacific/Kiritimati")))
        .isEqualTo("2030-05-06T09:59:59.999999Z");
  }

  @Test
  void aDateEndsWhereTheClocksAreTurned() {
    var zone = ZoneId.of("America/New_York");

    assertThat(Objects.requireNonNull(Moment.parse("2030-03-10")).lastInstantIn(() -> zone))
        .isEqualTo("2030-03-11T03:59:59.999999Z");
    assertThat(Objects.requireNonNull(Moment.parse("2030-11-03")).lastInstantIn(() -> zone))
        .isEqualTo("2030-11-04T04:59:59.999999Z");
  }

  @Test
  void aDateThatADayOfSkippedMidnightFollowsStillEnds() {
    var zone = ZoneId.of("Africa/Cairo");

    assertThat(Objects.requireNonNull(Moment.parse("2026-04-23")).lastInstantIn(() -> zone))
        .isEqualTo("2026-04-23T21:59:59.999999Z");
  }

  private static Instant instantOf(String text) {
    return Objects.requireNonNull(Moment.parse(text))
        .lastInstantIn(
            () -> {
              throw new AssertionError("no zone is needed");
            });
  }
}

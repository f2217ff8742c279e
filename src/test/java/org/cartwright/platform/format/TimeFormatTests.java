package org.cartwright.platform.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeFormatTests {

  private static final Instant NEW_YEAR_EVE = Instant.parse("2027-12-31T23:59:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-07-04T04:00:00Z,        'July 3, 2026, 11:59 PM'",
    "2026-07-04T03:59:59.999999Z, 'July 3, 2026, 11:59 PM'",
    "2026-07-03T19:30:59Z,        'July 3, 2026, 3:30 PM'",
    "2026-07-04T04:00:01Z,        'July 4, 2026, 12:00 AM'",
    "2027-01-01T05:00:00Z,        'December 31, 2026, 11:59 PM'",
    "2027-01-01T05:01:00Z,        'January 1, 2027, 12:01 AM'"
  })
  void whatEndsWithADayEndsInItsLastMinuteAtTheClinic(Instant end, String said) {
    assertThat(TimeFormat.of(ZoneId.of("America/New_York"), Locale.US).until(end)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-06T04:00:00Z, 'September 5, 2026, 11:59 PM'",
    "2026-09-06T05:00:00Z, 'September 6, 2026, 2:00 AM'",
    "2027-04-04T04:00:00Z, 'April 3, 2027, 11:59 PM'"
  })
  void aDayThatSummerTimeBeginsWithBeginsAtOne(Instant end, String said) {
    assertThat(TimeFormat.of(ZoneId.of("America/Santiago"), Locale.US).until(end)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "en-US, 'December 31, 2027, 11:59 PM'",
    "en-GB, '31 December 2027, 23:59'",
    "de-DE, '31. Dezember 2027, 23:59'",
    "fr-CA, '31 décembre 2027 23 h 59'",
    "es-MX, '31 de diciembre de 2027, 11:59 p.m.'",
    "ja-JP, '2027年12月31日 23:59'",
    "he-IL, '31 בדצמבר 2027, 23:59'",
    "ar-EG, '٣١ ديسمبر ٢٠٢٧، ١١:٥٩ م'",
    "hi-IN, '31 दिसंबर 2027, 11:59 pm'"
  })
  void aMomentIsWrittenAsThePeopleOfTheLocaleWriteIt(String locale, String said) {
    var times = TimeFormat.of(ZoneOffset.UTC, Locale.forLanguageTag(locale));

    assertThat(times.moment(NEW_YEAR_EVE)).isEqualTo(said);
  }

  @Test
  void paperSpeaksEnglishWhereThereIsNoFontForTheLocalesScript() {
    Predicate<String> allButDevanagari =
        text -> text.codePoints().noneMatch(c -> UnicodeScript.of(c) == UnicodeScript.DEVANAGARI);

    assertThat(printed("hi-IN", allButDevanagari)).isEqualTo("31 December 2027, 11:59 pm");
    assertThat(printed("ar-EG", allButDevanagari)).isEqualTo("٣١ ديسمبر ٢٠٢٧، ١١:٥٩ م");
  }

  private static String printed(String locale, Predicate<String> hasLetters) {
    return TimeFormat.printed(ZoneOffset.UTC, Locale.forLanguageTag(locale), hasLetters)
        .moment(NEW_YEAR_EVE);
  }
}

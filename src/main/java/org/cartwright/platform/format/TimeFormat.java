package org.cartwright.platform.format;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.function.Predicate;

/** Moments in a clinic's time zone, as people of its locale write them. */
public final class TimeFormat {

  /** What CLDR sets before "PM"; not every font has it, and text messages pay double for it. */
  private static final char NARROW_NO_BREAK_SPACE = '\u202f';

  private static final Instant IN_JANUARY = Instant.parse("1970-01-15T12:00:00Z");

  private final ZoneId zone;
  private final DateTimeFormatter format;
  private final DateTimeFormatter dayFormat;

  private TimeFormat(ZoneId zone, Locale locale) {
    this.zone = zone;
    format =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(locale)
            .withDecimalStyle(DecimalStyle.of(locale));
    dayFormat =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(locale)
            .withDecimalStyle(DecimalStyle.of(locale));
  }

  /** For screens and messages. */
  public static TimeFormat of(ZoneId zone, Locale locale) {
    return new TimeFormat(zone, locale);
  }

  /**
   * For paper: in English where there is no font for the locale's own script.
   *
   * @param hasLetters whether every letter of a text can be printed
   */
  public static TimeFormat printed(ZoneId zone, Locale locale, Predicate<String> hasLetters) {
    var own = of(zone, locale);
    return hasLetters.test(own.moment(IN_JANUARY))
        ? own
        : of(zone, Locale.of("en", locale.getCountry()));
  }

  /** As in "July 3, 2026, 11:59 PM", "3 July 2026, 23:59" or "3. Juli 2026, 23:59". */
  public String moment(Instant moment) {
    return format.format(moment.atZone(zone)).replace(NARROW_NO_BREAK_SPACE, ' ');
  }

  /** As in "July 3, 2026", "3 July 2026" or "3. Juli 2026". */
  public String day(LocalDate day) {
    return dayFormat.format(day);
  }

  /**
   * The last minute before a moment if that is the end of a day, so that what ends with the third
   * of July ends on the third and not on the fourth; else the moment. A day that begins with summer
   * time may begin at one o'clock.
   */
  public String until(Instant end) {
    var nextDay = LocalDate.ofInstant(end, zone).atStartOfDay(zone).toInstant();
    return moment(end.equals(nextDay) ? end.minusNanos(1) : end);
  }
}

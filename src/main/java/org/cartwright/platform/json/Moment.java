package org.cartwright.platform.json;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A point in time as a client writes it: an RFC 3339 date-time, or only a date. A date-time without
 * an offset is UTC. A date alone means something only in a time zone, so it is resolved where that
 * zone is known.
 */
@Schema(type = "string", format = "date-time")
public final class Moment {

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

  /** How long a date is, as in 2030-05-06. */
  private static final int DATE = 10;

  private final @Nullable Instant instant;
  private final @Nullable LocalDate date;

  private Moment(@Nullable Instant instant, @Nullable LocalDate date) {
    this.instant = instant;
    this.date = date;
  }

  /** A moment that is known already. */
  public static Moment at(Instant instant) {
    return new Moment(instant, null);
  }

  /**
   * Reads a moment from text, or nothing if it is none. Precision beyond microseconds is dropped.
   */
  public static @Nullable Moment parse(String text) {
    var s = tidied(text);
    try {
      if (isDate(s)) {
        return within(new Moment(null, LocalDate.parse(s)));
      }
      var instant =
          hasOffset(s)
              ? OffsetDateTime.parse(s).toInstant()
              : LocalDateTime.parse(s).toInstant(ZoneOffset.UTC);
      return within(new Moment(instant.truncatedTo(ChronoUnit.MICROS), null));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * The day and time as they are written, whatever the offset says: midnight for a date alone.
   * Nothing if the text is no moment.
   */
  static @Nullable LocalDateTime written(String text) {
    if (parse(text) == null) {
      return null;
    }
    var s = tidied(text);
    if (isDate(s)) {
      return LocalDate.parse(s).atStartOfDay();
    }
    return hasOffset(s) ? OffsetDateTime.parse(s).toLocalDateTime() : LocalDateTime.parse(s);
  }

  private static String tidied(String text) {
    var s = text.strip().toUpperCase(Locale.ROOT);
    return s.length() > DATE && s.charAt(DATE) == ' '
        ? s.substring(0, DATE) + "T" + s.substring(DATE + 1)
        : s;
  }

  private static boolean isDate(String tidied) {
    return tidied.length() == DATE;
  }

  private static boolean hasOffset(String tidied) {
    return tidied.endsWith("Z") || tidied.indexOf('+', DATE) > 0 || tidied.indexOf('-', DATE) > 0;
  }

  private static @Nullable Moment within(Moment moment) {
    var year = moment.lastInstantIn(() -> ZoneOffset.UTC).atOffset(ZoneOffset.UTC).getYear();
    return year >= 1 && year <= 9999 ? moment : null;
  }

  /** The moment itself; of a date alone, the first of that day in the zone. */
  public Instant firstInstantIn(Supplier<ZoneId> zone) {
    if (instant != null) {
      return instant;
    }
    if (date == null) {
      throw new IllegalStateException("neither an instant nor a date");
    }
    return date.atStartOfDay(zone.get()).toInstant();
  }

  /**
   * The moment itself; of a date alone, the last microsecond of that day in the zone, which is
   * asked for only then. The last day of the calendar ends with the calendar everywhere: what comes
   * after the year 9999 cannot be written.
   */
  public Instant lastInstantIn(Supplier<ZoneId> zone) {
    if (instant != null) {
      return instant;
    }
    if (date == null) {
      throw new IllegalStateException("neither an instant nor a date");
    }
    var end = date.plusDays(1).atStartOfDay(zone.get()).toInstant().minus(1, ChronoUnit.MICROS);
    return end.isAfter(LAST) ? LAST : end;
  }
}

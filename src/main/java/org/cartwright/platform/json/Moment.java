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
import java.util.Optional;
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

  private final @Nullable Instant instant;
  private final @Nullable LocalDate date;

  private Moment(@Nullable Instant instant, @Nullable LocalDate date) {
    this.instant = instant;
    this.date = date;
  }

  /**
   * Reads a moment from text, or nothing if it is none. Precision beyond microseconds is dropped.
   */
  public static @Nullable Moment parse(String text) {
    var s = text.strip().toUpperCase(Locale.ROOT);
    try {
      if (s.length() == 10) {
        return within(new Moment(null, LocalDate.parse(s)));
      }
      if (s.length() > 10 && s.charAt(10) == ' ') {
        s = s.substring(0, 10) + "T" + s.substring(11);
      }
      var zoned = s.endsWith("Z") || s.indexOf('+', 10) > 0 || s.indexOf('-', 10) > 0;
      var instant =
          zoned
              ? OffsetDateTime.parse(s).toInstant()
              : LocalDateTime.parse(s).toInstant(ZoneOffset.UTC);
      return within(new Moment(instant.truncatedTo(ChronoUnit.MICROS), null));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Moment within(Moment moment) {
    var year = moment.lastInstantIn(() -> ZoneOffset.UTC).atOffset(ZoneOffset.UTC).getYear();
    return year >= 1 && year <= 9999 ? moment : null;
  }

  /** The moment itself, unless it is a date alone. */
  Optional<Instant> instant() {
    return Optional.ofNullable(instant);
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
